"""A parent follows a training, here or elsewhere; at its end somebody says how it went."""

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
from tenants.learning.models import TrainingParticipation
from tenants.learning.permissions import must_record_learning
from tenants.learning.services import checks


def record_training(
    *,
    guardian: Guardian,
    kind: str,
    started_on: date,
    by: Any,
    title: str = "",
    ended_on: date | None = None,
    hours: Decimal | None = None,
    completed: bool | None = None,
    submission: UUID | None = None,
) -> TrainingParticipation:
    """Record a training that has begun, and perhaps ended. `hours` is the whole training.

    The same `submission` twice gives the first record. Raises `NotPermitted`, or
    `ValidationError` by field.
    """
    must_record_learning(by)
    given = {
        "kind": kind,
        "title": title.strip(),
        "started_on": started_on,
        "ended_on": ended_on,
        "hours": hours,
        "completed": completed,
    }
    with transaction.atomic():
        # The parent's row lets a form that was sent twice wait for its first sending.
        guardian = Guardian.objects.select_for_update().get(pk=guardian.pk)
        known = _recorded_before(submission)
        if known is not None:
            return known
        found = Findings()
        checks.check_training(found, **given)
        found.refuse_if_any()
        training = TrainingParticipation.objects.create(
            family_id=guardian.family_id,
            guardian=guardian,
            recorded_by_name=by.name,
            submission=submission,
            **given,
        )
        _log(training, by=by, action="learning.training_recorded", details=given)
    return training


def complete_training(
    *,
    training: TrainingParticipation,
    on: date,
    completed: bool | None,
    by: Any,
    hours: Decimal | None = None,
) -> TrainingParticipation:
    """Say when a training ended and whether the parent completed it; None is not known.

    `hours` is written down if given. The outcome of a training that has ended may still be
    filled in, its last day does not change. Raises `ValidationError` by field (ended_on, hours).
    """
    must_record_learning(by)
    with transaction.atomic():
        training = TrainingParticipation.objects.select_for_update().get(pk=training.pk)
        found = Findings()
        if training.ended_on not in (None, on):
            text = _("This training ended on %(day)s already.")
            found.add("ended_on", text % {"day": plain_date(training.ended_on)})
        checks.check_last_day(found, started_on=training.started_on, ended_on=on)
        checks.check_hours(found, hours)
        found.refuse_if_any()
        training.ended_on, training.completed = on, completed
        training.hours = training.hours if hours is None else hours
        training.save(update_fields=["ended_on", "completed", "hours"])
        details = {"on": on, "completed": completed, "hours": training.hours}
        _log(training, by=by, action="learning.training_completed", details=details)
    return training


def _recorded_before(submission: UUID | None) -> TrainingParticipation | None:
    if submission is None:
        return None
    return TrainingParticipation.objects.filter(submission=submission).first()


def _log(training: TrainingParticipation, *, by: Any, action: str, details: dict[str, Any]) -> None:
    record(
        by=by,
        action=action,
        object_type="learning.trainingparticipation",
        object_id=training.pk,
        family_id=training.family_id,
        details=details,
    )
