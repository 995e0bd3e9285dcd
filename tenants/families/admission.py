"""Where a family stands on its way in, and what waits for the coach there.

A referral opens the way; what came before the last referral no longer counts. So a family that
comes back after years begins anew, without anything being reset.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.sites.criteria import Outcome
from tenants.families.enums import NextStep
from tenants.families.models import Decision, Intake, Referral, WaitingEntry
from tenants.families.states import FamilyState


def has_referral() -> Q:
    return Q(Exists(Referral.objects.filter(family=OuterRef("pk"))))


def has_intake() -> Q:
    """An intake since the parent's last referral, finished or not."""
    return Q(Exists(_since_referral(Intake.objects.all(), "held_on")))


def has_decision(**fields: Any) -> Q:
    """The decision that holds (the last since the last referral) has these values."""
    later = Decision.objects.filter(guardian=OuterRef("guardian")).filter(
        Q(decided_on__gt=OuterRef("decided_on"))
        | Q(decided_on=OuterRef("decided_on"), id__gt=OuterRef("id"))
    )
    decisions = Decision.objects.filter(~Exists(later), **fields)
    return Q(Exists(_since_referral(decisions, "decided_on")))


def waits() -> Q:
    return Q(Exists(WaitingEntry.objects.filter(family=OuterRef("pk"), ended_on=None)))


def _since_referral(events: QuerySet, day: str) -> QuerySet:
    later = Referral.objects.filter(guardian=OuterRef("guardian"), referred_on__gt=OuterRef(day))
    return events.filter(~Exists(later), family=OuterRef("pk"))


STATES = (
    FamilyState("referred", _("Referred"), 10, has_referral, "info", "signpost"),
    FamilyState("in_intake", _("In intake"), 20, has_intake, "info", "chat-left-text"),
    FamilyState(
        "not_eligible",
        _("Not eligible"),
        25,
        lambda: has_decision(outcome=Outcome.NOT_ELIGIBLE),
        "stop",
        "x-circle",
    ),
    FamilyState(
        "not_waiting",
        _("Left the waiting list"),
        27,
        lambda: has_decision(next_step=NextStep.WAITING),
        "neutral",
        "box-arrow-right",
    ),
    FamilyState(
        "eligible",
        _("Can start"),
        30,
        lambda: has_decision(outcome=Outcome.ELIGIBLE, next_step=NextStep.NONE),
        "good",
        "check-circle",
    ),
    FamilyState("waiting", _("On the waiting list"), 40, waits, "attention", "hourglass-split"),
    FamilyState(
        "starting",
        _("Guidance asked for"),
        50,
        lambda: has_decision(next_step=NextStep.START),
        "good",
        "play-circle",
    ),
)
