"""The figures of learning, as of a day, in a period, and as a stock."""

from datetime import date
from types import SimpleNamespace

import pytest

from core.indicators.registry import COLUMN_OF_UNIT, Scope, registry
from core.sites.enums import Kind, Unit
from tenants.learning.models import TrainingParticipation, Volunteering
from tests.households import household

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _learning():
    first, second = household("Yıldız"), household("Smets")
    for family, kind, started_on, ended_on in (
        (first, "language", "2018-02-01", "2018-06-30"),
        (first, "first_aid", "2019-03-01", None),
        (second, "language", "2019-09-01", None),
    ):
        TrainingParticipation.objects.create(
            family=family,
            guardian=family.guardians.get(),
            kind=kind,
            started_on=started_on,
            ended_on=ended_on,
        )
        Volunteering.objects.create(
            family=family,
            guardian=family.guardians.get(),
            organisation="Social restaurant",
            started_on=started_on,
            ended_on=ended_on,
        )


def figure(code, end, *, start=None, unit=Unit.PARENT, kind=Kind.CUMULATIVE):
    measure = registry.get(code)
    practice = SimpleNamespace(unit=unit, kind=kind)
    first = date.fromisoformat(start) if start else None
    rows = measure.rows(Scope(first, date.fromisoformat(end), practice))
    return rows.values(COLUMN_OF_UNIT[measure.unit_for(practice)]).distinct().count()


@pytest.mark.parametrize("code", ["followed_training", "volunteering"])
@pytest.mark.parametrize(
    ("end", "people", "episodes"),
    [("2018-01-31", 0, 0), ("2018-02-01", 1, 1), ("2019-03-01", 1, 2), ("2019-12-31", 2, 3)],
)
def test_a_person_counts_once_and_each_start_as_an_episode(code, end, people, episodes):
    assert figure(code, end) == people
    assert figure(code, end, unit=Unit.EPISODE) == episodes


@pytest.mark.parametrize("code", ["followed_training", "volunteering"])
def test_a_site_that_keeps_a_flow_counts_the_beginnings_of_the_period(code):
    assert figure(code, "2019-06-30", start="2019-01-01", kind=Kind.FLOW) == 1


@pytest.mark.parametrize(("day", "number"), [("2018-06-30", 1), ("2018-07-01", 0)])
def test_a_site_that_keeps_a_stock_counts_who_volunteers_that_day(day, number):
    assert figure("volunteering", day, kind=Kind.STOCK) == number
