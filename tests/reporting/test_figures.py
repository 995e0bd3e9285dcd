"""Figures as of a day or over a period, and how they divide."""

import pytest

from core.indicators.enums import Dimension
from core.sites.criteria import Criteria
from tenants.reporting.figures import figures
from tenants.reporting.periods import Period
from tenants.reporting.populations import Population
from tests.reporting.cast import (
    GROUP,
    day,
    decided,
    family,
    guided,
    parent,
    referred,
    situation,
    working,
)

pytestmark = pytest.mark.django_db


def as_of(text, start=None, **more):
    return figures(Period(start and day(start), day(text)), **more)


def test_a_parent_who_is_referred_twice_counts_once():
    who = parent()
    referred(who, "2019-01-10")
    referred(who, "2019-06-10")
    assert as_of("2019-12-31")["referred"].total == 1


def test_what_happens_after_the_day_does_not_count():
    referred(parent(), "2019-01-10")
    referred(parent(), "2019-03-01")
    assert as_of("2019-02-28")["referred"].total == 1


def test_ended_and_running_make_in_trajectory():
    back_again = parent()
    guided(back_again, "2018-01-01", "2018-06-01")
    guided(back_again, "2019-01-01")
    guided(parent(), "2018-01-01", "2019-05-01", "found_work")
    guided(parent(), "2018-01-01", "2019-06-01", "moved")
    found = as_of("2020-02-29")
    totals = {code: found[code].total for code in ("in_trajectory", "ended", "running")}
    assert totals == {"in_trajectory": 3, "ended": 2, "running": 1}
    assert found["ended"].breakdowns[Dimension.DETAIL] == {"found_work": 1, "moved": 1}


def test_found_work_is_a_flow_and_at_work_a_stock():
    who = parent()
    guided(who, "2018-01-01")
    working(who, "2019-02-01", "2019-08-31")
    assert as_of("2019-06-30", "2019-01-01")["at_work"].total == 1
    assert as_of("2019-12-31", "2019-07-01")["at_work"].total == 0
    assert as_of("2019-12-31")["at_work"].kind == "stock"


def test_each_breakdown_adds_up_to_its_total():
    for number in range(6):
        who = parent(family("2018-05-01"))
        referred(who, "2019-01-10")
        if number % 2:
            decided(who, "2019-01-20")
            situation(who, "2019-01-15", lone_parent=number == 3)
    for counted in as_of("2019-12-31").values():
        for categories in counted.breakdowns.values():
            assert sum(categories.values()) == counted.total


def test_the_target_group_is_that_of_the_latest_decision_of_the_day():
    who = parent()
    referred(who, "2019-01-01")
    decided(who, "2019-02-01", "first_rules")
    decided(who, "2020-02-01", GROUP)
    assert by("target_group", "2019-12-31") == {"first_rules": 1}
    assert by("target_group", "2020-12-31") == {GROUP: 1}


def by(dimension, on, code="referred"):
    return dict(as_of(on)[code].breakdowns[dimension])


def test_without_a_decision_the_target_group_is_unknown():
    referred(parent(), "2019-01-01")
    assert by("target_group", "2019-12-31") == {"unknown": 1}


def test_the_family_type_is_the_latest_that_is_known():
    who = parent()
    referred(who, "2019-01-01")
    situation(who, "2019-01-01", lone_parent=True)
    situation(who, "2019-06-01", lone_parent=False)
    situation(who, "2019-09-01", lone_parent=None)
    assert by("family_type", "2019-03-31") == {"lone_parent": 1}
    assert by("family_type", "2019-12-31") == {"couple": 1}


@pytest.mark.parametrize(
    ("births", "band"),
    [
        (["2019-03-01"], "m0_11"),
        (["2019-02-28"], "m12_23"),
        (["2014-05-05", "2018-02-28"], "m24_35"),
        (["2017-02-28"], "m36_up"),
        (["2019-03-01", None], "unknown"),
        (["2020-03-01"], "unknown"),
        ([], "unknown"),
    ],
)
def test_the_age_is_the_youngest_childs_in_full_months_on_the_day(births, band):
    referred(parent(family(*births)), "2020-02-29")
    assert by("child_age", "2020-02-29") == {band: 1}


def test_a_population_counts_only_those_who_certainly_belong():
    for lone in (True, True, False, None):
        who = parent()
        referred(who, "2019-01-01")
        situation(who, "2019-01-01", lone_parent=lone)
    lone_parents = Population(
        "common:lone", Criteria.model_validate({"attribute": "lone_parent", "is": True})
    )
    found = as_of("2019-12-31", population=lone_parents)["referred"]
    assert (found.population, found.total) == ("common:lone", 2)


def test_the_number_of_statements_does_not_grow_with_the_rows(django_assert_num_queries):
    as_of("2019-12-31")
    for _number in range(12):
        who = parent(family("2018-05-01", "2016-01-01"))
        referred(who, "2019-01-10")
        guided(who, "2019-02-01")
    with django_assert_num_queries(12):
        as_of("2019-12-31")
