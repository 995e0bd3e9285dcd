"""A parent in guidance, on a Thursday in Mechelen."""

from datetime import date

import pytest

from tenants.guidance.services import start_case
from tests.households import household

TODAY = date(2026, 11, 19)
STARTED = date(2026, 9, 7)


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-19T11:00:00Z", tick=False)


@pytest.fixture(autouse=True)
def _in_english(request):
    """Pages of these tests are read in the source language, whatever is translated."""
    if "coach" in request.fixturenames:
        person = request.getfixturevalue("coach")
        person.language = "en-gb"
        person.save()


@pytest.fixture
def family(db):
    return household()


@pytest.fixture
def guardian(family):
    return family.guardians.get()


@pytest.fixture
def case(guardian, coach):
    return start_case(guardian=guardian, on=STARTED, by=coach)
