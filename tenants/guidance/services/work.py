"""A parent begins paid work, and it ends. Both are dated; nothing is overwritten."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.audit.services import record
from core.ui.formats import plain_date
from tenants.families.models import Guardian
from tenants.families.validation import Findings
from tenants.guidance.models import WorkSpell
from tenants.guidance.permissions import must_guide
from tenants.guidance.services import checks


def record_work(
    *,
    guardian: Guardian,
    started_on: date,
    kind: str,
    captured: str,
    by: Any,
    hours_per_week: Decimal | None = None,
    ended_on: date | None = None,
    submission: UUID | None = None,
) -> WorkSpell:
    """Record work that has begun, and perhaps ended. Hours are per week; None is unknown.

    The same `submission` twice gives the first spell. Raises `NotPermitted`, or
    `ValidationError` by field.
    """
    must_guide(by)
    given = {
        "started_on": started_on,
        "ended_on": ended_on,
        "kind": kind,
        "captured": captured,
        "hours_per_week": hours_per_week,
    }
    with transaction.atomic():
        guardian = Guardian.objects.select_for_update().get(pk=guardian.pk)
        known = WorkSpell.objects.filter(submission=submission).first() if submission else None
        if known is not None:
            return known
        found = Findings()
        checks.check_work(found, **given)
        found.refuse_if_any()
        spell = WorkSpell.objects.create(
            family_id=guardian.family_id,
            guardian=guardian,
            recorded_by_name=by.name,
            submission=submission,
            **given,
        )
        _log(spell, by=by, action="guidance.work_recorded", details=given)
    return spell


def end_work(*, spell: WorkSpell, on: date, by: Any) -> WorkSpell:
    """Say that `on` was the last day of work. Raises `ValidationError` (ended_on)."""
    must_guide(by)
    with transaction.atomic():
        spell = WorkSpell.objects.select_for_update().get(pk=spell.pk)
        if spell.ended_on == on:
            return spell
        found = Findings()
        if not spell.is_open:
            text = _("This work ended on %(day)s already.")
            found.add("ended_on", text % {"day": plain_date(spell.ended_on)})
        checks.check_event_day(found, "ended_on", on, not_before=spell.started_on)
        found.refuse_if_any()
        spell.ended_on = on
        spell.save(update_fields=["ended_on"])
        _log(spell, by=by, action="guidance.work_ended", details={"on": on})
    return spell


def _log(spell: WorkSpell, *, by: Any, action: str, details: dict[str, Any]) -> None:
    record(
        by=by,
        action=action,
        object_type="guidance.workspell",
        object_id=spell.pk,
        family_id=spell.family_id,
        details=details,
    )
