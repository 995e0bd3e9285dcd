"""The shipped file of Mechelen: on an empty new partner its figures are the published ones."""

from datetime import date
from io import BytesIO

import pytest

from core.accounts.enums import Role
from core.indicators.registry import COLUMN_OF_UNIT, Scope, registry
from core.partners.context import owner_context, partner_context
from core.partners.provisioning import NewPartner, create_partner
from core.sites.selectors import configuration_on
from pace.demo_data import mechelen
from pace.demo_data.recent import recent_rows
from pace.demo_data.rows import as_csv
from tenants.childcare.models import Attendance, CareSession
from tenants.families.case_import.service import import_cases
from tenants.families.case_import.site_rules import SiteRules
from tests.cast import staff_member

FEBRUARY_2020 = date(2020, 2, 29)
END_OF_2022 = date(2022, 12, 31)
TODAY = date(2026, 11, 22)

#: Figures that the city has published: as of which day, which indicator, how many.
PUBLISHED = [
    (FEBRUARY_2020, "referred", 86),
    (FEBRUARY_2020, "in_trajectory", 67),
    (FEBRUARY_2020, "ended", 34),
    (FEBRUARY_2020, "running", 33),
    (FEBRUARY_2020, "at_work", 27),
    (END_OF_2022, "families_entered", 167),
    (END_OF_2022, "children_cared_for", 147),
    (END_OF_2022, "at_work", 58),
    (END_OF_2022, "followed_training", 90),
]


def figure(code: str, day: date) -> int:
    """The site's figure, in the unit of its own practice of that day."""
    measure = registry.get(code)
    practice = configuration_on(day).configuration.practice[code]
    column = COLUMN_OF_UNIT[measure.unit_for(practice)]
    return measure.rows(Scope(None, day, practice)).values(column).distinct().count()


def figures() -> list[tuple[date, str, int]]:
    return [(day, code, figure(code, day)) for day, code, _expected in PUBLISHED]


@pytest.fixture
def new_partner():
    """A partner that did not exist before, with Mechelen's configuration and no families."""
    with owner_context():
        new = NewPartner("proef", "Proef", "BE-VLG", ("nl-be",), "Europe/Brussels")
        return create_partner(new, {"config": "mechelen"})


@pytest.mark.own_database
@pytest.mark.identity("owner")
def test_the_published_figures_by_import_on_an_empty_new_partner(new_partner):
    with partner_context(new_partner), mechelen.FILE.open("rb") as file:
        by = staff_member("Carine Wouters", Role.COORDINATOR)
        outcome = import_cases(file=file, name=mechelen.FILE.name, by=by)
        assert (outcome.problems, outcome.written) == ([], True)
        assert figures() == PUBLISHED


@pytest.fixture
def published(coordinator, time_machine):
    """Mechelen with the shipped file."""
    time_machine.move_to(f"{TODAY.isoformat()} 10:00")
    with mechelen.FILE.open("rb") as file:
        assert import_cases(file=file, name=mechelen.FILE.name, by=coordinator).written


def test_what_came_after_2022_changes_no_published_figure(published, coordinator):
    rows = as_csv(recent_rows(SiteRules(TODAY), TODAY))
    outcome = import_cases(file=BytesIO(rows), name="since-2023.csv", by=coordinator)
    assert (outcome.problems, outcome.difference_count, outcome.written) == ([], 0, True)
    assert figures() == PUBLISHED
    assert figure("running", date(2026, 11, 21)) > 10


def test_the_same_file_again_makes_nothing(published, coordinator):
    with mechelen.FILE.open("rb") as file:
        again = import_cases(file=file, name=mechelen.FILE.name, by=coordinator)
    assert not again.changes_something and again.difference_count == 0


def test_nobody_sits_above_the_fifteen_places(published):
    assert set(CareSession.objects.values_list("capacity", flat=True)) == {15}
    assert not Attendance.objects.above_capacity().exists()


def test_nobody_comes_during_the_lockdown_of_2020(published):
    spring = Attendance.objects.between(date(2020, 3, 16), date(2020, 5, 31))
    assert not spring.exists()
