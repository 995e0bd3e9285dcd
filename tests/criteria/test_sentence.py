"""Criteria are read back as a sentence that cannot be misunderstood."""

import pytest
from hypothesis import given

from core.sites.criteria import Criteria, sentence
from core.sites.criteria.wording import fact
from core.sites.vocabulary import VOCABULARY
from tests.criteria.written_forms import criteria

LONE = {"attribute": "lone_parent", "is": True}
NEW = {"attribute": "newcomer", "is": True}
HERE = {"attribute": "residence_lau", "in": ["BE-12025", "BE-44021"]}
CHILDREN = "number_of_children"

READ = [
    (HERE, "The family lives in Mechelen or Ghent."),
    ({"not": HERE}, "The family lives outside Mechelen or Ghent."),
    ({"attribute": "residence_lau", "in": ["BE-24062"]}, "The family lives in BE-24062."),
    ({"attribute": CHILDREN, "from": 3}, "The family has at least 3 children."),
    ({"attribute": CHILDREN, "from": 2, "below": 3}, "The family has 2 children."),
    (
        {"not": {"attribute": CHILDREN, "from": 1, "below": 3}},
        "The family has fewer than 1 child or more than 2 children.",
    ),
    (
        {"attribute": "youngest_child_age_months", "from": 0, "below": 36},
        "The youngest child is under 36 months old.",
    ),
    (
        {"not": {"attribute": "youngest_child_age_months", "below": 36}},
        "The youngest child is at least 36 months old.",
    ),
    ({"not": {"attribute": "newcomer", "is": False}}, "The parent is new in the country."),
    (
        {"all": [HERE, LONE]},
        "The family lives in Mechelen or Ghent and the parent is a lone parent.",
    ),
    (
        {"all": [{"any": [LONE, NEW]}, HERE]},
        "(the parent is a lone parent or the parent is new in the country)"
        " and the family lives in Mechelen or Ghent.",
    ),
    (
        {"at_least": {"count": 2, "of": [LONE, NEW, HERE]}},
        "At least 2 of these: the parent is a lone parent; the parent is new in the country;"
        " the family lives in Mechelen or Ghent.",
    ),
    (
        {"not": {"any": [LONE, NEW]}},
        "None of these: the parent is a lone parent; the parent is new in the country.",
    ),
    (
        {"not": {"at_least": {"count": 2, "of": [LONE, NEW]}}},
        "Fewer than 2 of these: the parent is a lone parent; the parent is new in the country.",
    ),
    ({"all": []}, "Everyone."),
    ({"any": []}, "No one."),
    ({"not": {"all": []}}, "No one."),
    ({"all": [LONE]}, "The parent is a lone parent."),
]


@pytest.mark.parametrize(("form", "words"), READ, ids=[row[1] for row in READ])
def test_it_reads_criteria_back(form, words):
    assert sentence(Criteria.model_validate(form)) == words


@given(criteria)
def test_it_has_a_sentence_for_everything_that_can_be_written(rules):
    words = sentence(rules)
    assert words.endswith(".")
    assert "%" not in words
    assert "{" not in words


@pytest.mark.parametrize("code", list(VOCABULARY))
def test_every_attribute_states_an_answer_as_a_fact(code):
    attribute = VOCABULARY[code]
    answers = {"interval": [1, 2], "codes": list(getattr(attribute, "labels", []))}
    for answer in answers.get(attribute.kind.value, [True, False]):
        assert "%" not in fact(code, answer)
