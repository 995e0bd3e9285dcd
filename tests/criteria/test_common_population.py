"""What several target groups have in common is written as short as it can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sites.criteria import Criteria, RelationKind, common, compare, united
from tests.criteria.written_forms import criteria

LONE = {"attribute": "lone_parent", "is": True}
NEW = {"attribute": "newcomer", "is": True}


def lives_in(*codes: str) -> dict:
    return {"attribute": "residence_lau", "in": list(codes)}


def aged(**bounds: int) -> dict:
    written = {"start": "from", "below": "below"}
    named = {written[name]: bound for name, bound in bounds.items()}
    return {"attribute": "youngest_child_age_months", **named}


SHORTENED = [
    ([], {"all": []}),
    ([LONE], LONE),
    ([LONE, LONE], LONE),
    ([{"all": [LONE, {"all": [NEW]}]}, NEW], {"all": [LONE, NEW]}),
    ([lives_in("BE-12025", "BE-44021"), lives_in("BE-44021", "BE-13040")], lives_in("BE-44021")),
    ([aged(start=0, below=36), aged(start=3)], aged(start=3, below=36)),
    ([{"any": [LONE, NEW]}, LONE], LONE),
    ([{"any": [LONE, NEW]}, {"not": LONE}], {"all": [NEW, {"not": LONE}]}),
    ([LONE, aged(start=0)], LONE),
]


@pytest.mark.parametrize(("groups", "shortest"), SHORTENED)
def test_it_leaves_out_what_the_rest_implies(groups, shortest):
    found = common(map(Criteria.model_validate, groups))
    assert found.criteria.written() == shortest
    assert found.is_satisfiable


def test_it_says_when_nobody_can_belong_to_all():
    groups = [lives_in("BE-12025"), lives_in("BE-44021")]
    found = common(map(Criteria.model_validate, groups))
    assert not found.is_satisfiable
    assert found.criteria.written() == {"any": []}


@given(st.lists(criteria, max_size=3))
def test_it_is_exactly_the_conjunction(groups):
    conjunction = Criteria.model_validate({"all": [group.written() for group in groups]})
    found = common(groups)
    assert compare(found.criteria, conjunction).kind == RelationKind.EQUAL
    assert set(found.criteria.attributes()) <= set(conjunction.attributes())


@given(st.lists(criteria, max_size=3))
def test_a_site_with_several_groups_is_there_for_each_of_them(groups):
    whole = united(groups)
    assert all(compare(group, whole).only_in_a is None for group in groups)
