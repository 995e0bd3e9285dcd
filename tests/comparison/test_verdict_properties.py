"""What must hold of every verdict, tried on many invented pairs."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparison.enums import Severity, VerdictKind
from core.comparison.evidence import SharedPopulation
from core.comparison.verdict import judge
from core.sites.criteria import Criteria
from core.sites.enums import Capture, Counting, Kind, Mapping, Population, Unit
from tests.comparison.sides import IN_TRAJECTORY, side, with_population

BARRIER = {"attribute": "childcare_is_barrier", "is": True}
LONE = {"attribute": "lone_parent", "is": True}
OUT_OF_WORK = {"attribute": "employment_status", "in": ["unemployed", "inactive"]}
SHARED = SharedPopulation(
    "lone_with_barrier",
    Criteria.model_validate({"all": [BARRIER, LONE]}),
    frozenset({"first", "second", "third"}),
)
#: Every field in which a site can differ, and what it can differ by.
FIELDS = {
    "unit": st.sampled_from([unit.value for unit in Unit]),
    "kind": st.sampled_from([kind.value for kind in Kind]),
    "capture": st.sampled_from([capture.value for capture in Capture]),
    "counting": st.sampled_from([counting.value for counting in Counting]),
    "population": st.sampled_from([population.value for population in Population]),
    "mapping": st.sampled_from([mapping.value for mapping in Mapping]),
    "since": st.sampled_from(["2016-01-01", "2018-05-01", "2020-02-01", "2021-01-01"]),
    "missing_share": st.sampled_from([None, 0.0, 0.09, 0.1, 0.6]),
    "breaks": st.sampled_from([[], [{"on": "2019-06-01", "what": {"en": "Anew."}}]]),
    "target": st.sampled_from(
        [{"all": [BARRIER]}, {"all": [LONE]}, {"any": [LONE, OUT_OF_WORK]}, {"all": []}]
    ),
    "value": st.sampled_from([0, 4, 5, 300]),
}
DIFFERENCES = st.fixed_dictionaries({}, optional=FIELDS)


def made(slug, changes):
    found = side(slug, note={"en": "So."}, **changes)
    return with_population(found, SHARED.name)


@settings(max_examples=300, deadline=None)
@given(DIFFERENCES, DIFFERENCES)
def test_a_pair_reads_the_same_from_both_sides(one, other):
    first, second = made("first", one), made("second", other)
    assert judge(IN_TRAJECTORY, [first, second], [SHARED]) == judge(
        IN_TRAJECTORY, [second, first], [SHARED]
    )


@settings(max_examples=60, deadline=None)
@given(DIFFERENCES, DIFFERENCES, DIFFERENCES)
def test_so_do_three_sites_in_any_order(one, two, three):
    sides = [made("first", one), made("second", two), made("third", three)]
    kinds = {judge(IN_TRAJECTORY, order, [SHARED]).kind for order in permutations(sides)}
    assert len(kinds) == 1


def test_a_site_beside_itself_is_comparable():
    assert judge(IN_TRAJECTORY, [side(), side()]).kind == VerdictKind.COMPARABLE


@settings(max_examples=200, deadline=None)
@given(DIFFERENCES)
def test_beside_itself_a_site_fails_only_for_what_its_figure_lacks(changes):
    found = made("first", changes)
    lacks = {"mapping", "missing", "missing_unknown", "broken", "few", "not_yet_begun",
             "began_within"}  # fmt: skip
    verdict = judge(IN_TRAJECTORY, [found, found], [SHARED])
    assert {item.reason for item in verdict.telling} <= lacks


@settings(max_examples=400, deadline=None)
@given(DIFFERENCES, st.sampled_from(sorted(FIELDS)), st.data())
def test_one_more_difference_never_improves_the_verdict(changes, name, data):
    different = data.draw(FIELDS[name])
    before = judge(IN_TRAJECTORY, [made("first", {}), made("second", without(changes, name))])
    after = judge(IN_TRAJECTORY, [made("first", {}), made("second", {**changes, name: different})])
    assert rank(after) >= rank(before)


def without(changes, name):
    return {key: value for key, value in changes.items() if key != name}


def rank(verdict):
    return list(VerdictKind).index(verdict.kind)


@settings(max_examples=100, deadline=None)
@given(DIFFERENCES, DIFFERENCES)
def test_the_verdict_is_its_worst_item(one, other):
    verdict = judge(IN_TRAJECTORY, [made("first", one), made("second", other)], [SHARED])
    worst = max(item.severity for item in verdict.items)
    assert verdict.kind == Severity(worst).verdict


@settings(max_examples=100, deadline=None)
@given(DIFFERENCES, DIFFERENCES, DIFFERENCES)
def test_a_third_site_never_improves_the_verdict(one, two, three):
    sides = [made("first", one), made("second", two), made("third", three)]
    pairs = judge(IN_TRAJECTORY, sides[:2], [SHARED])
    assert rank(judge(IN_TRAJECTORY, sides, [SHARED])) >= rank(pairs)
