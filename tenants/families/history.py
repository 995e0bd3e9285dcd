"""The timeline's entries of this app: referral, intake, decision, waiting list."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.sites.criteria import Outcome
from core.sites.lists import labels
from tenants.families.eligibility import assessment_of
from tenants.families.models import Decision, Family, Intake, Referral, WaitingEntry
from tenants.families.timeline import TimelineEntry

TONE_OF_OUTCOME = {
    Outcome.ELIGIBLE: "good",
    Outcome.NOT_ELIGIBLE: "stop",
    Outcome.NOT_YET_KNOWN: "attention",
}
ICON_OF_OUTCOME = {
    Outcome.ELIGIBLE: "check-circle-fill",
    Outcome.NOT_ELIGIBLE: "x-circle-fill",
    Outcome.NOT_YET_KNOWN: "question-circle-fill",
}


def admission_entries(family: Family, user: Any) -> Iterator[TimelineEntry]:
    """What happened on the way in, in five queries; in the order of a day's steps."""
    referrers = labels("referrers")
    for model, entry_of in (
        (Referral, partial(_referral, referrers=referrers)),
        (Intake, _intake),
        (Decision, _decision),
        (WaitingEntry, _waiting),
    ):
        rows = model.objects.visible_to(user).filter(family=family).select_related("guardian")
        for row in rows.order_by("id"):
            yield from entry_of(row, family)


def _referral(
    referral: Referral, family: Family, *, referrers: dict[str, str]
) -> Iterator[TimelineEntry]:
    """A referrer whose code is gone stands there by the code."""
    referrer = referrers.get(referral.referrer, referral.referrer)
    words = {"name": referral.guardian.name, "referrer": referrer}
    yield TimelineEntry(
        on=referral.referred_on,
        title=_("%(name)s referred: %(referrer)s") % words,
        icon="signpost",
        text=referral.note,
        tone="info",
    )


def _intake(intake: Intake, family: Family) -> Iterator[TimelineEntry]:
    title = _("Intake with %(name)s") if intake.completed else _("Intake with %(name)s begun")
    yield TimelineEntry(
        on=intake.held_on,
        title=title % {"name": intake.guardian.name},
        icon="chat-left-text",
        tone="info" if intake.completed else "attention",
    )


def _decision(decision: Decision, family: Family) -> Iterator[TimelineEntry]:
    outcome = Outcome(decision.outcome)
    words = {"name": decision.guardian.name, "outcome": outcome.label}
    yield TimelineEntry(
        on=decision.decided_on,
        title=_("Decision on %(name)s: %(outcome)s") % words,
        icon=ICON_OF_OUTCOME[outcome],
        text=main_reasons(decision),
        by=decision.decided_by_name,
        href=reverse(
            "families:decision", kwargs={"reference": family.reference, "pk": decision.pk}
        ),
        tone=TONE_OF_OUTCOME[outcome],
    )


def _waiting(entry: WaitingEntry, family: Family) -> Iterator[TimelineEntry]:
    words = {"name": entry.guardian.name}
    yield TimelineEntry(
        on=entry.waiting_since,
        title=_("%(name)s on the waiting list") % words,
        icon="hourglass-split",
        tone="attention",
    )
    if entry.ended_on is not None:
        days = entry.days(entry.ended_on)
        waited = ngettext("waited %(count)s day", "waited %(count)s days", days) % {"count": days}
        yield TimelineEntry(
            on=entry.ended_on,
            title=_("%(name)s off the waiting list") % words,
            icon="hourglass",
            text=f"{entry.get_end_reason_display()}, {waited}",
        )


def main_reasons(decision: Decision) -> str:
    """The reasons of the group that decided, in the reader's language; for a refusal, of the
    first group."""
    groups = assessment_of(decision).groups
    chosen = [group for group in groups if group.code == decision.target_group] or groups[:1]
    lines = "; ".join(line for group in chosen for line in group.explanation.reasons)
    return lines[:1].upper() + lines[1:]


def referrer_label(code: str) -> str:
    """What the site calls a referrer; a code that is gone stands for itself."""
    return labels("referrers").get(code) or code
