"""What holds when several requests come at once: each in a thread, with its own connection."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.accounts import services
from core.accounts.enums import Role
from core.accounts.limits import SIGN_IN_BY_PAIR, TooManyAttempts
from core.accounts.models import User
from core.partners.context import activate, current
from tests.cast import PASSWORD, staff_member

pytestmark = pytest.mark.own_database


@pytest.fixture
def mechelen(own_database):
    """Who is active in this test; its threads activate the same."""
    return current()


def together(partner, attempts, refusal):
    """Run all `attempts` at once; how many were let through without a `refusal`."""
    start, passed = threading.Barrier(len(attempts)), []

    def run(attempt):
        activate(partner)
        try:
            start.wait()
            attempt()
            passed.append(attempt)
        except refusal:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[attempt]) for attempt in attempts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(passed)


def test_attempts_do_not_slip_through_the_limit_together(mechelen):
    attempts = [lambda: SIGN_IN_BY_PAIR.count("an@site.example", "192.0.2.1")] * 14
    assert together(mechelen, attempts, TooManyAttempts) == SIGN_IN_BY_PAIR.most


def test_two_administrators_do_not_dismiss_each_other(mechelen):
    first = staff_member("First", Role.SITE_ADMINISTRATOR)
    second = staff_member("Second", Role.SITE_ADMINISTRATOR)
    coordinator = [Role.COORDINATOR]
    attempts = [
        lambda: services.change_roles(by=first, user=second, roles=coordinator),
        lambda: services.change_roles(by=second, user=first, roles=coordinator),
    ]
    assert together(mechelen, attempts, ValidationError) == 1
    assert User.objects.administrators().count() == 1


def test_an_invitation_makes_one_account(mechelen):
    issued = services.invite(
        by=staff_member("First", Role.SITE_ADMINISTRATOR),
        email="nora@site.example",
        name="Nora",
        roles=[Role.FAMILY_COACH],
    )
    attempts = [
        lambda: services.accept_invitation(token=issued.token, name="Nora", password=PASSWORD)
    ] * 4
    assert together(mechelen, attempts, ValidationError) == 1
    assert User.objects.filter(email="nora@site.example").count() == 1
