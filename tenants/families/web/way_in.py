"""How far each parent of a family is on the way in, and what the coach does next."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.sites.criteria import Outcome
from tenants.families.enums import NextStep
from tenants.families.models import Decision, Family, Guardian, Intake, WaitingEntry
from tenants.families.web.shown import parent_url


@dataclass(frozen=True)
class NextAction:
    """What the coach does next with a parent."""

    label: str
    href: str
    icon: str
    text: str = ""


class WayIn:
    """The events of a family's parents on their way in, in four queries."""

    def __init__(self, family: Family, parents: list[Guardian]) -> None:
        self._referred = _last(family.referrals.order_by("referred_on", "id"))
        self._intakes = _last(family.intakes.order_by("held_on", "id"))
        self.decisions = _last(family.decisions.order_by("decided_on", "id"))
        by_number = {parent.pk: parent for parent in parents}
        for decision in self.decisions.values():
            decision.guardian = by_number[decision.guardian_id]
        self._waiting = _last(family.waiting_entries.filter(ended_on=None).order_by("id"))

    def next_action(self, parent: Guardian) -> NextAction | None:
        """What the coach does next with a parent; None if nothing waits."""
        referral = self._referred.get(parent.pk)
        if referral is None:
            return None
        intake: Intake | None = self._intakes.get(parent.pk)
        if intake is None or intake.held_on < referral.referred_on:
            return _action(_("Hold the intake"), "intake", parent, "chat-left-text")
        if not intake.completed:
            return _action(_("Finish the intake"), "intake", parent, "chat-left-text")
        decision: Decision | None = self.decisions.get(parent.pk)
        if decision is None or decision.decided_on < referral.referred_on:
            return _action(_("Decide"), "decide", parent, "patch-check")
        return self._after(decision, parent)

    def _after(self, decision: Decision, parent: Guardian) -> NextAction | None:
        entry: WaitingEntry | None = self._waiting.get(parent.pk)
        if entry is not None and decision.outcome == Outcome.ELIGIBLE:
            return _action(_("Start guidance"), "next_step", parent, "play-circle")
        if entry is not None and decision.outcome == Outcome.NOT_ELIGIBLE:
            # Decided again while waiting, and no longer for us: nothing else leads on.
            return _action(_("Take off the waiting list"), "withdraw", parent, "hourglass")
        if decision.outcome == Outcome.NOT_YET_KNOWN:
            return _action(_("Ask what is unknown"), "intake", parent, "question-circle")
        if decision.outcome == Outcome.ELIGIBLE and decision.next_step == NextStep.NONE:
            return _action(_("Choose the next step"), "next_step", parent, "arrow-right")
        return None


def _last(events: Any) -> dict[int, Any]:
    """The last event of each parent."""
    return {event.guardian_id: event for event in events}


def _action(label: str, url_name: str, parent: Guardian, icon: str) -> NextAction:
    return NextAction(label, parent_url(url_name, parent), icon, parent.name)
