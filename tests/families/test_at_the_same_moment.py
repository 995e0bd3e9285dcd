"""What holds when several coaches work at once: each in a thread, with its own connection."""

import threading
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.accounts.enums import Role
from core.partners.context import activate, current
from tenants.families.models import Family, WaitingEntry
from tenants.families.services import (
    decide,
    place_on_waiting_list,
    record_intake,
    register_referral,
    start_guidance,
)
from tenants.guidance.models import Case
from tests.cast import staff_member
from tests.families.conftest import ELIGIBLE, FAMILY, INTAKE, PARENT, REFERRED, TODAY

pytestmark = pytest.mark.own_database
AT_ONCE = 6


@pytest.fixture
def mechelen(own_database):
    """Who is active in this test; its threads activate the same."""
    return current()


@pytest.fixture
def coach(mechelen):
    return staff_member("An Peeters", Role.FAMILY_COACH)


def together(partner, attempt):
    """Run `attempt(number)` several times at once; how many were let through."""
    start, passed = threading.Barrier(AT_ONCE), []

    def run(number):
        activate(partner)
        try:
            start.wait()
            attempt(number)
            passed.append(number)
        except ValidationError:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(passed)


def registered(coach, number):
    return register_referral(
        by=coach,
        family=FAMILY,
        parent=replace(PARENT, first_name=f"P{number}"),
        referred_on=REFERRED,
        referrer="self",
        is_another_family=True,
    )


@pytest.fixture
def eligible(coach):
    guardian = registered(coach, 0).guardian
    record_intake(by=coach, guardian=guardian, held_on=INTAKE, answers=ELIGIBLE)
    decide(by=coach, guardian=guardian, decided_on=INTAKE)
    return guardian


def test_every_family_gets_a_reference_of_its_own_and_none_is_skipped(mechelen, coach):
    assert together(mechelen, lambda number: registered(coach, number)) == AT_ONCE
    references = Family.objects.order_by("reference").values_list("reference", flat=True)
    assert list(references) == [f"F-2026-000{number}" for number in range(1, AT_ONCE + 1)]


def test_guidance_starts_once(mechelen, coach, eligible):
    def start(number):
        start_guidance(by=coach, guardian=eligible, on=TODAY)

    assert together(mechelen, start) == 1
    assert Case.objects.count() == 1


def test_nobody_is_put_on_the_waiting_list_twice(mechelen, coach, eligible):
    def wait(number):
        place_on_waiting_list(by=coach, guardian=eligible, since=TODAY)

    assert together(mechelen, wait) == 1
    assert WaitingEntry.objects.count() == 1
