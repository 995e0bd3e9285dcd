"""The figures of guidance, as of any day, from a small table of cases and jobs."""

from datetime import date
from types import SimpleNamespace

import pytest

from core.indicators.registry import COLUMN_OF_UNIT, Scope, registry
from core.sites.enums import Population, Unit
from tenants.guidance.models import Case, WorkSpell
from tests.households import household, parent_of

pytestmark = pytest.mark.django_db

#: Of each parent the cases: family, from, until, reason.
CASES = {
    "Ayşe": ("Yıldız", [("2017-03-01", "2018-06-30", "moved"), ("2019-01-15", None, "")]),
    "Mehmet": ("Yıldız", [("2018-01-10", "2019-12-31", "found_work")]),
    "Hanne": ("Smets", [("2018-05-05", "2018-09-01", "training")]),
    "Nadia": ("Amrani", [("2020-02-29", None, "")]),
}

#: On that day: taken in so far, ended, running.
DAYS = [
    ("2017-02-28", 0, 0, 0),
    ("2017-03-01", 1, 0, 1),
    ("2018-05-05", 3, 0, 3),
    ("2018-06-30", 3, 1, 2),
    ("2018-12-31", 3, 2, 1),
    ("2019-01-15", 3, 1, 2),
    ("2019-12-31", 3, 2, 1),
    ("2020-02-29", 4, 2, 2),
]


def figure(code, end, *, start=None, unit=None, **practice):
    """Count distinct, as reporting does."""
    scope = Scope(
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end),
        SimpleNamespace(unit=unit, **practice) if unit or practice else None,
    )
    measure = registry.get(code)
    column = COLUMN_OF_UNIT[measure.unit_for(scope.practice)]
    return measure.rows(scope).values(column).distinct().count()


@pytest.fixture
def cases():
    families = {}
    for first_name, (name, spans) in CASES.items():
        family = families.get(name)
        if family is None:
            family = families[name] = household(name)
            guardian = family.guardians.get()
        else:
            guardian = parent_of(family, first_name)
        for started_on, ended_on, reason in spans:
            Case.objects.create(
                family=family,
                guardian=guardian,
                started_on=started_on,
                ended_on=ended_on,
                end_reason=reason,
            )
    return families


@pytest.mark.parametrize(("day", "taken_in", "ended", "running"), DAYS)
def test_the_figures_follow_the_dates(cases, day, taken_in, ended, running):
    found = [figure(code, day) for code in ("in_trajectory", "ended", "running")]
    assert found == [taken_in, ended, running]


@pytest.mark.parametrize("day", [day for day, *_figures in DAYS])
def test_who_was_taken_in_has_ended_or_runs(cases, day):
    assert figure("in_trajectory", day) == figure("ended", day) + figure("running", day)


def test_who_comes_back_counts_once_as_a_person_and_twice_as_episodes(cases):
    assert figure("in_trajectory", "2020-02-29") == 4
    assert figure("in_trajectory", "2020-02-29", unit=Unit.EPISODE) == 5


def test_families_enter_once(cases):
    assert figure("families_entered", "2020-02-29") == 3


def test_a_family_has_ended_when_nobody_in_it_is_guided(cases):
    assert figure("ended", "2018-12-31", unit=Unit.FAMILY) == 1
    assert figure("ended", "2020-02-29", unit=Unit.FAMILY) == 1


def test_the_reason_is_that_of_the_last_case(cases):
    day = Scope(None, date(2018, 12, 31))
    assert sorted(row["detail"] for row in registry.get("ended").rows(day)) == [
        "moved",
        "training",
    ]


def work(family, started_on, ended_on=None, kind="regular", hours=None):
    WorkSpell.objects.create(
        family=family,
        guardian=family.guardians.first(),
        started_on=started_on,
        ended_on=ended_on,
        kind=kind,
        hours_per_week=hours,
        captured="coach",
    )


@pytest.fixture
def jobs(cases):
    work(cases["Yıldız"], "2018-02-01", "2018-03-31")
    work(cases["Yıldız"], "2018-03-15", kind="social_employment", hours=10)
    work(cases["Smets"], "2018-10-01", "2019-01-31", hours=38)


@pytest.mark.parametrize(
    ("day", "number"),
    [("2018-01-31", 0), ("2018-02-01", 1), ("2018-03-20", 1), ("2018-10-01", 2), ("2019-01-31", 2)],
)
def test_at_work_counts_people_with_an_open_job_on_the_day(jobs, day, number):
    assert figure("at_work", day) == number


def test_the_day_after_the_last_day_of_work_counts_no_more(jobs):
    assert figure("at_work", "2019-02-01") == 1


def test_found_work_counts_the_beginnings_of_the_period_once_per_person(jobs):
    assert figure("found_work", "2018-06-30", start="2018-01-01") == 1
    assert figure("found_work", "2018-06-30", start="2018-01-01", unit=Unit.EPISODE) == 2
    assert figure("found_work", "2018-12-31", start="2018-07-01") == 1


@pytest.mark.parametrize(
    ("kinds", "hours", "number"),
    [
        (["regular"], 0, 1),
        (["regular", "social_employment"], 0, 2),
        (["regular", "social_employment"], 16, 1),
    ],
)
def test_what_counts_as_work_is_what_the_site_says(jobs, kinds, hours, number):
    meaning = SimpleNamespace(work_kinds=kinds, minimum_hours_per_week=hours)
    assert figure("at_work", "2018-12-31", unit=Unit.PARENT, at_work_means=meaning) == number


@pytest.mark.parametrize(("least", "number"), [(0, 1), (1, 1), (2, 0)])
def test_a_job_without_hours_is_one_of_an_hour(cases, least, number):
    work(cases["Smets"], "2018-10-01")
    meaning = SimpleNamespace(work_kinds=["regular"], minimum_hours_per_week=least)
    assert figure("at_work", "2018-12-31", unit=Unit.PARENT, at_work_means=meaning) == number


def test_work_counts_among_those_taken_in_where_the_site_says_so(jobs):
    work(household("Peeters"), "2018-02-01")
    among = {"unit": Unit.PARENT, "population": Population.IN_TRAJECTORY}
    assert figure("at_work", "2018-12-31") == 3
    assert figure("at_work", "2018-12-31", **among) == 2


def test_a_measure_asks_nothing_until_it_is_counted(cases, django_assert_num_queries):
    with django_assert_num_queries(0):
        for measure in registry:
            measure.rows(Scope(None, date(2020, 2, 29)))
