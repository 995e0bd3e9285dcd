"""The criteria engine: one notation, decided, explained, asked of the database and compared.

    criteria = Criteria.model_validate({"all": [{"attribute": "lone_parent", "is": True}]})
    explanation = explain(evaluate(criteria, answers))      # str(explanation), .as_json()
    rows = to_q(criteria, sources)                          # .certainly_in, .unknown
    relation = compare(criteria, other, records_a, records_b)
    shared = common([criteria, other])

How it is proven right stands in `core.sites.criteria.proof`.
"""

from core.sites.criteria.common_population import CommonPopulation, common, united
from core.sites.criteria.diagrams import CriteriaTooIntricate
from core.sites.criteria.evaluation import Evaluation, Outcome, Reason, evaluate
from core.sites.criteria.explanation import Explanation, explain
from core.sites.criteria.queries import Membership, to_q
from core.sites.criteria.relations import (
    Recorded,
    Relation,
    RelationKind,
    Witness,
    compare,
    describe_witness,
    is_satisfiable,
)
from core.sites.criteria.tree import Criteria
from core.sites.criteria.wording import sentence

__all__ = [
    "CommonPopulation",
    "Criteria",
    "CriteriaTooIntricate",
    "Evaluation",
    "Explanation",
    "Membership",
    "Outcome",
    "Reason",
    "Recorded",
    "Relation",
    "RelationKind",
    "Witness",
    "common",
    "compare",
    "describe_witness",
    "evaluate",
    "explain",
    "is_satisfiable",
    "sentence",
    "to_q",
    "united",
]
