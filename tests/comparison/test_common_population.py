"""Where sites work for different people, those in common may still compare."""

from dataclasses import replace

import pytest

from core.comparison.enums import VerdictKind
from core.comparison.evidence import SharedPopulation
from core.comparison.target_groups import without_own_area
from core.comparison.verdict import judge
from core.sites.criteria import Criteria
from tests.comparison.sides import IN_TRAJECTORY, side, with_population

BARRIER = {"attribute": "childcare_is_barrier", "is": True}
LONE = {"attribute": "lone_parent", "is": True}
SHARED = SharedPopulation(
    "lone_with_barrier",
    Criteria.model_validate({"all": [BARRIER, LONE]}),
    frozenset({"first", "second"}),
)


@pytest.fixture
def pair():
    """One site for who lacks childcare, one for lone parents, both with a frozen figure."""
    first = side(target={"all": [BARRIER]})
    second = side("second", target={"all": [LONE]})
    return [with_population(found, SHARED.name) for found in (first, second)]


def reasons(sides, populations=(SHARED,)):
    verdict = judge(IN_TRAJECTORY, sides, populations)
    return verdict.kind, [item.reason for item in verdict.telling]


def test_the_figures_of_those_in_common_may_stand_side_by_side(pair):
    verdict = judge(IN_TRAJECTORY, pair, [SHARED])
    assert verdict.kind == VerdictKind.RESTRICTED
    assert verdict.population == SHARED.name


def test_without_an_agreed_population_they_may_not(pair):
    assert reasons(pair, []) == ("not_comparable", ["no_common_population"])


def test_a_population_of_other_sites_does_not_help(pair):
    others = replace(SHARED, sites=frozenset({"first", "third"}))
    assert reasons(pair, [others])[1] == ["no_common_population"]


def test_a_population_wider_than_a_target_does_not_help(pair):
    wider = replace(SHARED, criteria=Criteria.model_validate({"all": [BARRIER]}))
    assert reasons(pair, [wider])[1] == ["no_common_population"]


def test_a_site_must_write_down_who_belongs_to_it(pair):
    pair[0] = replace(pair[0], records=frozenset({"childcare_is_barrier"}))
    verdict = judge(IN_TRAJECTORY, pair, [SHARED])
    assert verdict.failing[0].reason == "not_recorded"
    assert verdict.failing[0].witness["missing"] == {"first": ["lone_parent"]}


def test_what_a_sites_own_rule_settles_it_need_not_write_down(pair):
    pair[1] = replace(pair[1], records=frozenset({"childcare_is_barrier"}))
    assert reasons(pair)[0] == VerdictKind.RESTRICTED


def test_both_need_a_frozen_figure(pair):
    pair[0] = side(target=pair[0].target.written())
    assert reasons(pair) == ("not_comparable", ["not_frozen"])


def test_both_figures_must_be_shown(pair):
    bare = side(target=pair[0].target.written())
    pair[0] = with_population(bare, SHARED.name, value=None)
    assert "common_withheld" in reasons(pair)[1]


def test_few_people_in_common_are_too_few(pair):
    few = [with_population(found, SHARED.name, value=4) for found in pair]
    assert reasons(few)[1][0] == "few"


def test_nobody_in_common_is_said():
    target = {"all": [{"not": BARRIER}]}
    assert reasons([side(), side("second", target=target)])[1] == ["nobody_in_common"]


def test_a_witness_of_each_difference_is_named(pair):
    witness = judge(IN_TRAJECTORY, pair).failing[0].witness
    assert witness["sites"] == ["first", "second"]
    assert witness["only_in"][0] == {"childcare_is_barrier": True, "lone_parent": False}
    assert witness["only_in"][1] == {"childcare_is_barrier": False, "lone_parent": True}


def test_living_in_the_sites_own_area_is_the_same_rule_everywhere():
    here = {"attribute": "residence_lau", "in": ["BE-12025"]}
    found = without_own_area(Criteria.model_validate({"all": [here, BARRIER]}))
    assert found.written() == BARRIER


def test_a_place_among_alternatives_says_something():
    here = {"attribute": "residence_lau", "in": ["BE-12025"]}
    criteria = Criteria.model_validate({"all": [{"any": [here, LONE]}, BARRIER]})
    assert without_own_area(criteria) == criteria
