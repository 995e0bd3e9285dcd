"""A Thursday in Mechelen: 15 places a day-part, from 8.30 and from 12.30, children under three."""

from datetime import date

import pytest

from tests.households import child_of, household

TODAY = date(2026, 11, 19)
WEDNESDAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-11-19T11:00:00Z", tick=False)


@pytest.fixture(autouse=True)
def _in_english(request):
    """Pages of these tests are read in the source language, whatever is translated."""
    for name in {"coach", "childcare_worker"} & set(request.fixturenames):
        person = request.getfixturevalue(name)
        person.language = "en-gb"
        person.save()


@pytest.fixture
def family(db):
    return household()


@pytest.fixture
def child(family):
    return child_of(family)
