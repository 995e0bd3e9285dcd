"""Two target groups are equal, part of one another, overlapping or apart: with a witness."""

import time

import pytest
from hypothesis import given

from core.sites.criteria import (
    Criteria,
    CriteriaTooIntricate,
    RelationKind,
    compare,
    describe_witness,
    diagrams,
    is_satisfiable,
)
from core.sites.criteria.proof.examples import REALISTIC_PAIRS
from core.sites.vocabulary import VOCABULARY
from tests.criteria.written_forms import criteria

LONE = {"attribute": "lone_parent", "is": True}
NEW = {"attribute": "newcomer", "is": True}
NO_ONE = {"all": [LONE, {"not": LONE}]}


def lives_in(*codes: str) -> dict:
    return {"attribute": "residence_lau", "in": list(codes)}


def aged(start: int, below: int) -> dict:
    return {"attribute": "youngest_child_age_months", "from": start, "below": below}


def relation(a: dict, b: dict, *records):
    return compare(Criteria.model_validate(a), Criteria.model_validate(b), *records)


RELATED = [
    (LONE, {"not": {"attribute": "lone_parent", "is": False}}, "equal"),
    (aged(0, 36), {"any": [aged(0, 12), aged(12, 36)]}, "equal"),
    (aged(0, 216), {"all": []}, "equal"),
    (aged(0, 36), aged(0, 37), "subset"),
    (aged(0, 36), aged(1, 36), "superset"),
    (aged(0, 36), aged(35, 60), "overlap"),
    (aged(0, 36), aged(36, 60), "disjoint"),
    (lives_in("BE-12025"), lives_in("BE-44021", "BE-12025"), "subset"),
    (lives_in("BE-12025"), {"not": lives_in("BE-44021")}, "subset"),
    ({"not": lives_in("BE-12025")}, {"not": lives_in("BE-44021")}, "overlap"),
    ({"at_least": {"count": 1, "of": [LONE, NEW]}}, {"any": [LONE, NEW]}, "equal"),
    ({"at_least": {"count": 2, "of": [LONE, NEW, LONE]}}, LONE, "equal"),
    (NO_ONE, {"any": []}, "equal"),
    (NO_ONE, LONE, "disjoint"),
]


@pytest.mark.parametrize(("a", "b", "kind"), RELATED)
def test_it_decides_the_relation(a, b, kind):
    assert relation(a, b).kind == kind


def test_a_closed_list_that_is_named_in_full_leaves_nobody_out():
    bands = {"attribute": "income_band", "in": ["very_low", "low", "middle", "high"]}
    assert relation(bands, {"all": []}).kind == RelationKind.EQUAL


def test_an_open_list_always_has_somebody_else():
    everywhere_named = lives_in(*VOCABULARY["residence_lau"].labels)
    found = relation(everywhere_named, {"all": []})
    assert found.kind == RelationKind.SUBSET
    assert describe_witness(found.only_in_b) == "the family lives in another municipality"


def test_it_shows_who_is_in_one_group_and_not_in_the_other():
    mechelen = {"all": [lives_in("BE-12025"), aged(0, 36)]}
    gent = {"all": [lives_in("BE-44021"), aged(0, 30), LONE]}
    found = relation(mechelen, gent)
    assert describe_witness(found.only_in_a) == (
        "the family lives in Mechelen and the youngest child is 18 months old"
    )
    assert found.only_in_b.telling == ("residence_lau", "youngest_child_age_months", "lone_parent")
    assert found.in_both is None


def test_a_witness_stands_at_the_edge_of_the_difference():
    found = relation(aged(0, 36), aged(0, 35))
    assert describe_witness(found.only_in_a) == "the youngest child is 35 months old"


def test_a_witness_tells_no_more_than_it_needs():
    found = relation({"any": [{"all": [LONE, NEW]}, aged(0, 3)]}, {"any": []})
    assert describe_witness(found.only_in_a) == "the youngest child is 2 months old"


def test_anyone_will_do_where_no_answer_matters():
    assert describe_witness(relation({"all": []}, {"all": []}).in_both) == "anyone"


def test_it_tells_an_empty_group():
    found = relation(NO_ONE, LONE)
    assert (found.a_is_empty, found.b_is_empty) == (True, False)
    assert not is_satisfiable(Criteria.model_validate(NO_ONE))


def test_a_site_need_not_record_what_its_own_rule_settles():
    found = relation({"all": [LONE, aged(0, 36)]}, {"all": [LONE, NEW]}, ["newcomer"], [])
    assert found.recorded_a.needed == ("newcomer",)
    assert found.recorded_a.can_tell
    assert found.recorded_b.missing == ("youngest_child_age_months",)
    assert found.can_tell is False


def test_it_needs_nothing_to_tell_apart_groups_without_anyone_in_common():
    found = relation(lives_in("BE-12025"), lives_in("BE-44021"), [], [])
    assert found.recorded_a.needed == ()
    assert found.can_tell is True


def test_of_two_ways_to_tell_it_takes_the_one_that_is_recorded():
    alike = {"any": [{"all": [LONE, NEW]}, {"not": {"any": [LONE, NEW]}}]}
    for recorded in ("lone_parent", "newcomer"):
        found = relation(alike, {"all": [LONE, NEW]}, [recorded], [])
        assert found.recorded_a.needed == (recorded,)
        assert found.recorded_a.can_tell


def test_it_does_not_say_what_can_be_told_if_it_was_not_said_what_is_recorded():
    assert relation(LONE, NEW).can_tell is None
    assert relation(LONE, NEW, ["newcomer"]).recorded_b is None


MIRROR = {"subset": "superset", "superset": "subset"}


@given(criteria, criteria)
def test_it_is_the_same_seen_from_the_other_side(a, b):
    there, back = compare(a, b), compare(b, a)
    assert back.kind == MIRROR.get(there.kind.value, there.kind.value)
    assert (back.only_in_a is None) == (there.only_in_b is None)


@given(criteria)
def test_nobody_is_both_inside_and_outside(a):
    outside = Criteria.model_validate({"not": a.written()})
    assert compare(a, outside).in_both is None
    assert compare(a, a).kind == RelationKind.EQUAL


def test_realistic_groups_compare_in_milliseconds():
    pairs = [(Criteria.model_validate(a), Criteria.model_validate(b)) for a, b in REALISTIC_PAIRS]
    started = time.perf_counter()
    kinds = {compare(a, b).kind for a, b in pairs}
    assert time.perf_counter() - started < 0.5
    assert kinds == {RelationKind.OVERLAP}


def test_it_stops_before_it_works_without_bound(monkeypatch):
    monkeypatch.setattr(diagrams, "MOST_STEPS", 10)
    with pytest.raises(CriteriaTooIntricate, match="too intricate"):
        relation(*REALISTIC_PAIRS[0])
