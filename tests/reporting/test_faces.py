"""What leaves the site: all figures together, with what hangs together and was told before."""

import pytest

from core.disclosure.table import Figure, Key, Nested, Sum
from core.indicators.registry import Scope
from tenants.reporting import services
from tenants.reporting.faces import denominators, exact_cells, told_before
from tenants.reporting.figures import CountedFigure
from tenants.reporting.hanging_together import nested, sums, that_hold
from tenants.reporting.models import FaceCell, SubmissionCell
from tenants.reporting.periods import Period
from tests.reporting.cast import (
    a_coordinator,
    activate_mechelen,
    day,
    make_population,
    parent,
    referred,
    situation,
)
from tests.reporting.conftest import END, START

ADD_UP = (("in_trajectory", "cumulative"), ("ended", "cumulative"), ("running", "stock"))


def figure(code, total, kind="cumulative", unit="parent", population="own", **breakdowns):
    scope = Scope(None, day("2020-06-30"))
    return CountedFigure(code, unit, kind, scope, total, breakdowns, population)


def three(unit="parent", population="own"):
    totals = (10, 4, 6)
    return [
        figure(code, total, kind, unit, population)
        for (code, kind), total in zip(ADD_UP, totals, strict=True)
    ]


def test_ended_and_running_add_up_for_each_population():
    found = list(sums([*three(), *three(population="common:x")]))
    assert found == [
        Sum(Figure("in_trajectory", name), (Figure("ended", name), Figure("running", name)))
        for name in ("own", "common:x")
    ]


def test_figures_in_different_units_do_not_add_up():
    assert list(sums([*three()[:2], figure("running", 6, "stock", "family")])) == []


def test_a_common_population_is_within_the_sites_own():
    found = list(nested([figure("referred", 9), figure("referred", 5, population="common:x")], {}))
    assert found == [Nested(Figure("referred", "common:x"), Figure("referred"))]


def test_a_relation_that_the_counts_deny_is_left_out():
    cells = {Key("in_trajectory"): 9, Key("ended"): 4, Key("running"): 6}
    assert that_hold(cells, sums(three())) == []


def test_empty_categories_are_listed(db):
    cells = exact_cells([figure("referred", 2, family_type={"couple": 2})], None)
    assert cells[Key("referred", "own", "family_type", "lone_parent")] == 0


def test_a_category_in_no_list_counts_as_other(db):
    cells = exact_cells([figure("referred", 2, target_group={"old_rules": 2})], None)
    assert cells[Key("referred", "own", "target_group", "other")] == 2


def test_shares_are_taken_of_everyone_in_a_trajectory():
    found = denominators([figure("in_trajectory", 67), figure("at_work", 27, "stock")])
    assert found == {Figure("at_work"): 67}


def test_what_partners_were_told_of_the_day_is_remembered(submission):
    cells = {cell.key: cell.value for cell in submission.cells.all()}
    known = {Key(*key): value for key, value in cells.items()}
    told = told_before(known, [], Period(day("2020-04-01"), END))
    couples = Key("in_trajectory", "own", "family_type", "couple")
    assert told[couples] is None
    assert told[Key("referred", "own", "child_age", "m36_up")] == 8


def test_a_second_period_that_ends_on_the_same_day_tells_the_same(submission, approve):
    again = approve(start=day("2020-04-01"))
    stock = {"indicator": "running", "audience": "consortium"}
    first, second = (
        dict(FaceCell.objects.filter(submission=one, **stock).values_list("category", "value"))
        for one in (submission, again)
    )
    assert first == second


def test_the_public_rounding_of_a_count_stays(submission, approve, coordinator):
    services.withdraw_approval(submission=submission, reason="To look again.", by=coordinator)
    again = approve()
    first, second = (
        {
            cell.key: cell.value
            for cell in FaceCell.objects.filter(submission=one, audience="public")
        }
        for one in (submission, again)
    )
    assert first == second


@pytest.mark.own_database
def test_a_common_population_is_frozen_with_the_rest(sent):
    make_population()
    activate_mechelen()
    for number in range(30):
        who = parent()
        referred(who, "2019-03-01")
        situation(who, "2019-03-05", lone_parent=number < 12)
    services.approve_period(start=START, end=END, by=a_coordinator())
    counted = SubmissionCell.objects.get(
        indicator="referred", population="common:lone_parents", dimension=""
    )
    assert counted.value == 12
    assert FaceCell.objects.filter(population="common:lone_parents", state="shown").exists()
