"""Strategies for criteria in their written form, and persons to judge by them."""

from hypothesis import strategies as st

from core.sites.criteria import Criteria
from core.sites.vocabulary import (
    VOCABULARY,
    CodesAttribute,
    IntervalAttribute,
)

FEW = [
    "residence_lau",
    "income_band",
    "education_level",
    "youngest_child_age_months",
    "number_of_children",
    "lone_parent",
    "childcare_is_barrier",
]


@st.composite
def leaves(draw):
    """A leaf on one of a few attributes, so that leaves meet."""
    attribute = VOCABULARY[draw(st.sampled_from(FEW))]
    if isinstance(attribute, IntervalAttribute):
        low = st.integers(attribute.lowest, attribute.highest)
        ends = draw(st.lists(low, min_size=2, max_size=2, unique=True).map(sorted))
        bounds = {"from": ends[0], "below": ends[1]}
        kept = draw(st.sampled_from([["from"], ["below"], ["from", "below"]]))
        return {"attribute": attribute.code, **{key: bounds[key] for key in kept}}
    if isinstance(attribute, CodesAttribute):
        codes = st.lists(st.sampled_from(list(attribute.labels)[:5]), min_size=1, unique=True)
        return {"attribute": attribute.code, "in": draw(codes)}
    return {"attribute": attribute.code, "is": draw(st.booleans())}


def _groups(parts):
    lists = st.lists(parts, max_size=4)
    some = st.lists(parts, min_size=1, max_size=4)
    return st.one_of(
        lists.map(lambda items: {"all": items}),
        lists.map(lambda items: {"any": items}),
        parts.map(lambda item: {"not": item}),
        some.flatmap(
            lambda items: st.integers(1, len(items)).map(
                lambda count: {"at_least": {"count": count, "of": items}}
            )
        ),
    )


written = st.recursive(leaves(), _groups, max_leaves=8)
criteria = written.map(Criteria.model_validate)


@st.composite
def persons(draw, unknown=True):
    """Answers to the few attributes, some of them None or missing if `unknown`."""
    answers = {}
    for code in FEW:
        attribute = VOCABULARY[code]
        if isinstance(attribute, IntervalAttribute):
            answer = st.integers(attribute.lowest, attribute.highest)
        elif isinstance(attribute, CodesAttribute):
            answer = st.sampled_from([*list(attribute.labels)[:6], attribute.other or "very_low"])
            answer = answer.filter(attribute.accepts)
        else:
            answer = st.booleans()
        answers[code] = draw(st.none() | answer if unknown else answer)
    return answers
