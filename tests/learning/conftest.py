"""A parent on a Thursday in Mechelen."""

from datetime import date

import pytest

from tests.households import household

TODAY = date(2026, 11, 19)
STARTED = date(2026, 9, 7)


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
def guardian(family):
    return family.guardians.get()
