"""A parent volunteers somewhere, and perhaps stops."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from core.audit.services import record
from core.ui.formats import plain_date
from tenants.families.models import Guardian
from tenants.families.validation import Findings
from tenants.learning.models import Volunteering
from tenants.learning.permissions import must_record_learning
from tenants.learning.services import checks


def record_volunteering(
    *,
    guardian: Guardian,
    organisation: str,
    started_on: date,
    by: Any,
    ended_on: date | None = None,
    submission: UUID | None = None,
) -> Volunteering:
    """Record that a parent volunteers. The same `submission` twice gives the first record.

    Raises `NotPermitted`, or `ValidationError` by field (organisation, started_on, ended_on).
    """
    must_record_learning(by)
    given = {
        "organisation": organisation.strip(),
        "started_on": started_on,
        "ended_on": ended_on,
    }
    with transaction.atomic():
        guardian = Guardian.objects.select_for_update().get(pk=guardian.pk)
        known = Volunteering.objects.filter(submission=submission).first() if submission else None
        if known is not None:
            return known
        found = Findings()
        checks.check_volunteering(found, **given)
        found.refuse_if_any()
        volunteering = Volunteering.objects.create(
            family_id=guardian.family_id,
            guardian=guardian,
            recorded_by_name=by.name,
            submission=submission,
            **given,
        )
        _log(volunteering, by=by, action="learning.volunteering_recorded", details=given)
    return volunteering


def end_volunteering(*, volunteering: Volunteering, on: date, by: Any) -> Volunteering:
    """Say that `on` was the last day. Raises `ValidationError` (ended_on)."""
    must_record_learning(by)
    with transaction.atomic():
        volunteering = Volunteering.objects.select_for_update().get(pk=volunteering.pk)
        if volunteering.ended_on == on:
            return volunteering
        found = Findings()
        if not volunteering.is_open:
            text = _("This volunteering ended on %(day)s already.")
            found.add("ended_on", text % {"day": plain_date(volunteering.ended_on)})
        checks.check_last_day(found, started_on=volunteering.started_on, ended_on=on)
        found.refuse_if_any()
        volunteering.ended_on = on
        volunteering.save(update_fields=["ended_on"])
        _log(volunteering, by=by, action="learning.volunteering_ended", details={"on": on})
    return volunteering


def _log(volunteering: Volunteering, *, by: Any, action: str, details: dict[str, Any]) -> None:
    record(
        by=by,
        action=action,
        object_type="learning.volunteering",
        object_id=volunteering.pk,
        family_id=volunteering.family_id,
        details=details,
    )
