"""Invented families with a history, made in a line each."""

from datetime import date
from itertools import count

from core.accounts.enums import Role
from core.accounts.models import User
from core.indicators.models import CommonPopulation
from core.partners.context import PROGRAMME, activate, owner_context
from core.partners.models import Partner
from tenants.families.models import Child, Decision, Family, Guardian, Referral, Situation
from tenants.guidance.models import Case, WorkSpell
from tests.cast import staff_member

NUMBERS = count(1)
GROUP = "families_with_childcare_barrier"


def day(text: str) -> date:
    """`day("2020-02-29")`."""
    return date.fromisoformat(text)


def family(*births: str | None) -> Family:
    """A family with a child for each birth date ("2019-05-01", or None for unknown)."""
    made = Family.objects.create(reference=f"T-{next(NUMBERS):05}", name="Voorbeeld")
    for birth in births:
        Child.objects.create(
            family=made,
            first_name="Kind",
            last_name="Voorbeeld",
            birth_date=birth and day(birth),
        )
    return made


def parent(of: Family | None = None) -> Guardian:
    """A parent, of a family of their own unless one is given."""
    return Guardian.objects.create(family=of or family(), first_name="Ouder", last_name="Voorbeeld")


def referred(who: Guardian, on: str, by: str = "sociaal_huis") -> Referral:
    return Referral.objects.create(
        family=who.family, guardian=who, referred_on=day(on), referrer=by
    )


def decided(who: Guardian, on: str, group: str = GROUP) -> Decision:
    return Decision.objects.create(
        family=who.family,
        guardian=who,
        decided_on=day(on),
        outcome="eligible" if group else "not_yet_known",
        target_group=group,
        configuration_number=1,
        configuration_checksum="x",
    )


def situation(who: Guardian, on: str, **answers) -> Situation:
    return Situation.objects.create(family=who.family, guardian=who, assessed_on=day(on), **answers)


def guided(who: Guardian, start: str, end: str | None = None, why: str = "moved") -> Case:
    return Case.objects.create(
        family=who.family,
        guardian=who,
        started_on=day(start),
        ended_on=end and day(end),
        end_reason=why if end else "",
    )


def working(who: Guardian, start: str, end: str | None = None, kind: str = "regular", hours=20):
    return WorkSpell.objects.create(
        family=who.family,
        guardian=who,
        started_on=day(start),
        ended_on=end and day(end),
        kind=kind,
        hours_per_week=hours,
        captured="coach",
    )


def make_population() -> None:
    """In the shared layer: lone parents, for Mechelen and Gent."""
    activate(PROGRAMME)
    CommonPopulation.objects.create(
        code="lone_parents",
        label="Lone parents",
        criteria={"attribute": "lone_parent", "is": True},
        sites=["mechelen", "gent"],
    )


def activate_mechelen() -> None:
    """Go on as the partner Mechelen."""
    with owner_context():
        partner = Partner.objects.get(slug="mechelen")
    activate(partner)


def a_coordinator() -> User:
    return staff_member("Carine Wouters", Role.COORDINATOR)
