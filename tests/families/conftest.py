"""Families for the tests, made through the services, in the Mechelen of the site files."""

from dataclasses import replace
from datetime import date

import pytest

from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.enums import Sex
from tenants.families.services import decide, record_intake, register_referral

TODAY = date(2026, 11, 22)
REFERRED = date(2026, 11, 2)
INTAKE = date(2026, 11, 9)

FAMILY = FamilyDetails(name="Yıldız", residence_lau="BE-12025", phone="0475 12 34 56")
PARENT = PersonDetails(
    first_name="Ayşe", last_name="Yıldız", birth_date=date(1996, 5, 4), sex=Sex.WOMAN
)
CHILD = PersonDetails(first_name="Can", last_name="Yıldız", birth_date=date(2025, 3, 1))

#: Answers that make a parent eligible in Mechelen.
ELIGIBLE = {"residence_lau": "BE-12025", "childcare_is_barrier": True, "willing_to_join": True}


@pytest.fixture(autouse=True)
def _today(time_machine):
    """Noon in Mechelen on the day the tests were written for."""
    time_machine.move_to("2026-11-22T11:00:00Z", tick=False)


@pytest.fixture
def register(coach):
    """Register a family; the parent's and family's details can be changed by keyword."""

    def register(*, by=None, children=(CHILD,), family=None, is_another_family=True, **parent):
        person = replace(PARENT, **parent)
        return register_referral(
            by=by or coach,
            family=family or replace(FAMILY, name=person.last_name),
            parent=person,
            children=children,
            referred_on=REFERRED,
            referrer="employment_service",
            is_another_family=is_another_family,
        )

    return register


@pytest.fixture
def referral(register):
    """The family of Ayşe Yıldız, referred and not more."""
    return register()


@pytest.fixture
def guardian(referral):
    return referral.guardian


@pytest.fixture
def interview(coach):
    """Hold the intake of a parent and decide; returns the decision."""

    def interview(guardian, **changed):
        answers = {**ELIGIBLE, **changed}
        record_intake(by=coach, guardian=guardian, held_on=INTAKE, answers=answers)
        return decide(by=coach, guardian=guardian, decided_on=INTAKE)

    return interview


@pytest.fixture
def decision(interview, guardian):
    """Ayşe Yıldız is eligible."""
    return interview(guardian)
