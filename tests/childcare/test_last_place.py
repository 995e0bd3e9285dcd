"""The last place is given once, also when many ask at the same moment.

The control does what one would write at first: count, then take. Both run on committing
connections against the same real server.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from core.accounts.enums import Role
from core.partners.context import activate, current
from tenants.childcare.models import Attendance, CareSession
from tenants.childcare.services import record_attendance
from tests.cast import staff_member
from tests.childcare.conftest import TODAY
from tests.households import child_of, household

pytestmark = pytest.mark.own_database

CALLERS = 8
PLACES = 15
BEFORE = PLACES - 1


@pytest.fixture
def crowd():
    """A morning with one place left, and more children at the door."""
    worker = staff_member("Dina Claes", Role.CHILDCARE_WORKER)
    family = household()
    children = [child_of(family, f"Kind {number}") for number in range(BEFORE + CALLERS)]
    for child in children[:BEFORE]:
        record_attendance(child=child, on=TODAY, day_part="morning", by=worker)
    return worker, children[BEFORE:]


def at_once(act, children):
    """Let everyone `act` at the same moment, each on a connection of their own."""
    site, gate = current(), Barrier(len(children))

    def attempt(child):
        activate(site)
        try:
            return act(child, gate)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(children)) as pool:
        return list(pool.map(attempt, children))


def test_the_last_place_is_given_once(crowd):
    worker, children = crowd

    def come(child, gate):
        gate.wait(timeout=20)
        try:
            record_attendance(child=child, on=TODAY, day_part="morning", by=worker)
        except ValidationError:
            return "refused"
        return "in"

    assert sorted(at_once(come, children)) == ["in"] + ["refused"] * (CALLERS - 1)
    assert Attendance.objects.count() == PLACES


def test_control_who_counts_first_and_takes_then_overbooks(crowd):
    _worker, children = crowd
    session = CareSession.objects.get()

    def come(child, gate):
        with transaction.atomic():
            free = session.attendances.count() < session.capacity
            gate.wait(timeout=20)
            if free:
                Attendance.objects.create(
                    session=session, child=child, family_id=child.family_id, seat=1000 + child.pk
                )

    at_once(come, children)
    assert Attendance.objects.count() == BEFORE + CALLERS


def test_several_day_parts_at_once_block_nobody(crowd):
    worker, children = crowd

    def come(child, gate):
        gate.wait(timeout=20)
        order = ["afternoon", "morning"] if child.pk % 2 else ["morning", "afternoon"]
        for day_part in order:
            try:
                record_attendance(child=child, on=TODAY, day_part=day_part, by=worker)
            except ValidationError:
                continue

    at_once(come, children)
    assert Attendance.objects.filter(session__day_part="afternoon").count() == CALLERS
    assert Attendance.objects.filter(session__day_part="morning").count() == PLACES


def test_the_same_child_recorded_by_everybody_stands_there_once(crowd):
    worker, children = crowd

    def come(_child, gate):
        gate.wait(timeout=20)
        return record_attendance(
            child=children[0], on=TODAY, day_part="afternoon", by=worker
        ).repeated

    assert sorted(at_once(come, children)) == [False] + [True] * (CALLERS - 1)
    assert Attendance.objects.filter(child=children[0]).count() == 1
