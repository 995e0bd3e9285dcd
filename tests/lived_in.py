"""A site that somebody works in: at least one row behind every address of a partner's host.

Made through the services on Thursday 19 November 2026, so that pages which look up a row find
one, and what they do with it can be measured.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from core.accounts.enums import Role
from core.accounts.services.invitations import invite
from tenants.childcare.services import record_attendance
from tenants.families import services as families
from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.models import ImportJob
from tenants.guidance import services as guidance
from tenants.guidance.models import Case
from tenants.learning import services as learning
from tenants.reporting.services import approve_period
from tests.cast import staff_member
from tests.permissions.routes import Route

NOON = "2026-11-19T11:00:00Z"
CAME, ASKED, BEGAN, TODAY = date(2026, 9, 1), date(2026, 9, 7), date(2026, 9, 9), date(2026, 11, 19)
ELIGIBLE = {"residence_lau": "BE-12025", "childcare_is_barrier": True, "willing_to_join": True}


def came_in(by: Any, name: str) -> Any:
    """A parent with a child of 20 months, referred, asked and eligible; returns the parent."""
    referral = families.register_referral(
        by=by,
        family=FamilyDetails(name=name, residence_lau="BE-12025"),
        parent=PersonDetails(first_name="Ayşe", last_name=name, birth_date=date(1996, 5, 4)),
        children=[PersonDetails(first_name="Can", last_name=name, birth_date=date(2025, 3, 1))],
        referred_on=CAME,
        referrer="employment_service",
        is_another_family=True,
    )
    parent = referral.guardian
    families.record_intake(by=by, guardian=parent, held_on=ASKED, answers=ELIGIBLE)
    families.decide(by=by, guardian=parent, decided_on=ASKED)
    return parent


@dataclass
class LivedIn:
    """The rows, and the address of every route with one of them in it."""

    guided: Any
    waiting: Any
    numbers: dict[str, int]
    invitation: str

    def parts_of(self, route: Route) -> dict[str, object]:
        """What stands in the address of `route` instead of the samples."""
        known: dict[str, object] = {
            "reference": self.guided.family.reference,
            "guardian": self.guided.pk,
            "pk": self.numbers.get(route.name, 0),
            "user_id": self.numbers["user"],
            "invitation_id": self.numbers["invitation"],
            "token": self.invitation,
            "ending": "csv",
            "file_format": "csv",
            "on": TODAY,
            "start": date(2026, 1, 1),
            "end": date(2026, 6, 30),
        }
        parts = {name: known.get(name, sample) for name, sample in route.kwargs}
        if route.name == "families:withdraw":
            parts |= {"reference": self.waiting.family.reference, "guardian": self.waiting.pk}
        return parts


def lived_in(coordinator: Any) -> LivedIn:
    """One family in guidance with everything that can be recorded, one on the waiting list."""
    guided, waiting = came_in(coordinator, "Yıldız"), came_in(coordinator, "Öztürk")
    families.place_on_waiting_list(by=coordinator, guardian=waiting, since=BEGAN)
    families.start_guidance(by=coordinator, guardian=guided, on=BEGAN)
    issued = invite(
        by=administrator(),
        email="new@site.example",
        name="New Person",
        roles=[Role.FAMILY_COACH],
    )
    numbers = _recorded(coordinator, guided) | {
        "user": coordinator.pk,
        "invitation": issued.invitation.pk,
    }
    return LivedIn(guided, waiting, numbers, issued.token)


def administrator() -> Any:
    """Who may invite."""
    return staff_member("Site Administrator", Role.SITE_ADMINISTRATOR)


def _recorded(by: Any, parent: Any) -> dict[str, int]:
    """Everything on a parent's file, by the route that shows it."""
    case = Case.objects.get(guardian=parent)
    guidance.record_contact(case=case, on=TODAY, kind="phone", reached="reached", by=by)
    spell = guidance.record_work(
        guardian=parent, started_on=TODAY, kind="regular", captured="coach", by=by
    )
    training = learning.record_training(guardian=parent, kind="language", started_on=BEGAN, by=by)
    volunteers = learning.record_volunteering(
        guardian=parent, organisation="Buurthuis", started_on=BEGAN, by=by
    )
    child = parent.family.children.get()
    came = record_attendance(child=child, on=TODAY, day_part="morning", by=by).attendance
    approved = approve_period(start=date(2025, 7, 1), end=date(2025, 12, 31), by=by)
    job = ImportJob.objects.create(file_name="cases.csv", size=10, by=by, by_name=by.name)
    return {
        "families:decision": parent.decisions.get().pk,
        "guidance:assign": case.pk,
        "api-case": case.pk,
        "guidance:end_work": spell.pk,
        "learning:complete": training.pk,
        "learning:end_volunteering": volunteers.pk,
        "childcare:undo": came.pk,
        **dict.fromkeys(("reporting:approved", "reporting:arrival", "api-submission"), approved.pk),
        **dict.fromkeys(("families:import_job", "families:import_progress"), job.pk),
    }
