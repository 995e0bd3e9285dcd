"""After the decision: start guidance, wait for it, or withdraw."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.audit.services import record
from tenants.families import events
from tenants.families.enums import WITHDRAWAL_REASONS, NextStep, WaitingEnd
from tenants.families.models import Decision, Guardian, WaitingEntry
from tenants.families.permissions import must_work_with_families
from tenants.families.services.rules import eligible_decision, locked
from tenants.families.validation import check_day


def place_on_waiting_list(*, by: Any, guardian: Guardian, since: date) -> WaitingEntry:
    """Let an eligible parent wait. Raises `ValidationError` when they wait or started already.

    Announces `families.waiting_requested`; whoever guides the parent already refuses.
    """
    must_work_with_families(by)
    with transaction.atomic():
        guardian = locked(guardian)
        decision = _undone_decision(guardian)
        _check_day("since", since, not_before=decision.decided_on)
        if WaitingEntry.objects.open().filter(guardian=guardian).exists():
            raise ValidationError(
                _("%(name)s is on the waiting list already.") % {"name": guardian.name}
            )
        events.announce(events.WAITING_REQUESTED, guardian=guardian, since=since, by=by)
        entry = WaitingEntry.objects.create(
            family=guardian.family, guardian=guardian, waiting_since=since
        )
        _take_step(decision, NextStep.WAITING)
        _log(by, guardian, "families.placed_on_waiting_list", entry.pk, {"since": since})
    return entry


def start_guidance(*, by: Any, guardian: Guardian, on: date) -> Decision:
    """Start guidance for an eligible parent: announces `families.guidance_requested`.

    Whoever listens opens the case in the same transaction and may refuse (a case that runs
    already). An entry on the waiting list ends with it.
    """
    must_work_with_families(by)
    with transaction.atomic():
        guardian = locked(guardian)
        decision = _undone_decision(guardian)
        _check_day("on", on, not_before=decision.decided_on)
        entry = WaitingEntry.objects.open().filter(guardian=guardian).first()
        if entry is not None:
            _check_day("on", on, not_before=entry.waiting_since)
            _end(entry, on, WaitingEnd.STARTED)
        _take_step(decision, NextStep.START)
        events.announce(
            events.GUIDANCE_REQUESTED,
            guardian=guardian,
            on=on,
            by=by,
            target_group=decision.target_group,
        )
        _log(by, guardian, "families.guidance_requested", decision.pk, {"on": on})
    return decision


def withdraw_from_waiting_list(
    *, by: Any, entry: WaitingEntry, on: date, reason: str
) -> WaitingEntry:
    """End somebody's wait without a start; they can be placed on the list again later."""
    must_work_with_families(by)
    if reason not in WITHDRAWAL_REASONS:
        raise ValidationError({"reason": [_("Choose why the parent no longer waits.")]})
    with transaction.atomic():
        guardian = locked(entry.guardian)
        entry = WaitingEntry.objects.get(pk=entry.pk)
        if not entry.is_open:
            raise ValidationError(
                _("%(name)s is no longer on the waiting list.") % {"name": guardian.name}
            )
        _check_day("on", on, not_before=entry.waiting_since)
        _end(entry, on, reason)
        details = {"on": on, "reason": reason}
        _log(by, guardian, "families.withdrawn_from_waiting_list", entry.pk, details)
    return entry


def resume_waiting(*, by: Any, entry: WaitingEntry) -> WaitingEntry:
    """Undo a withdrawal: the parent waits again since the day they first did."""
    must_work_with_families(by)
    with transaction.atomic():
        guardian = locked(entry.guardian)
        entry = WaitingEntry.objects.get(pk=entry.pk)
        started = entry.end_reason == WaitingEnd.STARTED
        if started or WaitingEntry.objects.open().filter(guardian=guardian).exists():
            raise ValidationError(_("This can not be undone any more: look at the family's file."))
        _undone_decision(guardian)
        entry.ended_on, entry.end_reason = None, ""
        entry.save(update_fields=["ended_on", "end_reason"])
        _log(by, guardian, "families.waiting_list_resumed", entry.pk, {})
    return entry


def _undone_decision(guardian: Guardian) -> Decision:
    """The eligible decision that guidance has not started on."""
    decision = eligible_decision(guardian)
    if decision.next_step == NextStep.START:
        raise ValidationError(
            _(
                "Guidance for %(name)s has started on this decision already. After it has ended, "
                "record a new referral and intake."
            )
            % {"name": guardian.name}
        )
    return decision


def _check_day(field: str, day: date, *, not_before: date) -> None:
    messages = check_day(day, today=timezone.localdate(), not_before=not_before)
    if messages:
        raise ValidationError({field: messages})


def _take_step(decision: Decision, step: NextStep) -> None:
    decision.next_step = step
    decision.save(update_fields=["next_step"])


def _end(entry: WaitingEntry, on: date, reason: str) -> None:
    entry.ended_on = on
    entry.end_reason = reason
    entry.save(update_fields=["ended_on", "end_reason"])


def _log(by: Any, guardian: Guardian, action: str, pk: int, details: dict[str, Any]) -> None:
    waits = "waiting" in action
    record(
        by=by,
        action=action,
        object_type="families.waitingentry" if waits else "families.decision",
        object_id=pk,
        family_id=guardian.family_id,
        summary=guardian.family.reference,
        details=details,
    )
