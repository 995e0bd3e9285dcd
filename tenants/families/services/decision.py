"""The decision: the site's rules of that day on the answers of that day. Nobody overrides it."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.audit.services import record
from tenants.families.eligibility import answers_on, assess_under
from tenants.families.models import Decision, Guardian, Intake
from tenants.families.permissions import must_work_with_families
from tenants.families.selectors import current_intake
from tenants.families.services.rules import by_name, locked, version_on
from tenants.families.validation import Findings, check_day, check_free_text


def decide(*, by: Any, guardian: Guardian, decided_on: date, reason: str = "") -> Decision:
    """Decide on a parent after a completed intake, and keep the answers, rules and reasons.

    `reason` is a remark of the coach beside the rules' own reasons; it changes no outcome.
    Raises `ValidationError` by field, or for the whole when there is no completed intake.
    """
    must_work_with_families(by)
    with transaction.atomic():
        guardian = locked(guardian)
        intake = _completed_intake(guardian)
        _check(intake, decided_on, reason)
        version = version_on(decided_on, "decided_on")
        answers = answers_on(guardian, decided_on)
        assessment = assess_under(version, answers)
        decision = Decision.objects.create(
            family=guardian.family,
            guardian=guardian,
            decided_on=decided_on,
            outcome=assessment.outcome,
            target_group=assessment.target_group,
            configuration_number=version.number,
            configuration_checksum=version.checksum,
            answers=answers,
            explanation=assessment.as_json(),
            decided_by_name=by_name(by),
            reason=reason,
        )
        _log(by, decision)
    return decision


def _completed_intake(guardian: Guardian) -> Intake:
    intake = current_intake(guardian)
    if intake is None:
        raise ValidationError(
            _("There is no intake of %(name)s yet. Hold the intake first, then decide.")
            % {"name": guardian.name}
        )
    if not intake.completed:
        raise ValidationError(
            _("The intake of %(name)s is not finished. Finish it first, then decide.")
            % {"name": guardian.name}
        )
    return intake


def _check(intake: Intake, decided_on: date, reason: str) -> None:
    found = Findings()
    for text in check_day(decided_on, today=timezone.localdate(), not_before=intake.held_on):
        found.add("decided_on", text)
    for text in check_free_text(reason):
        found.add("reason", text)
    found.refuse_if_any()


def _log(by: Any, decision: Decision) -> None:
    record(
        by=by,
        action="families.decided",
        object_type="families.decision",
        object_id=decision.pk,
        family_id=decision.family_id,
        summary=decision.family.reference,
        details={
            "outcome": decision.outcome,
            "target_group": decision.target_group,
            "configuration": decision.configuration_number,
        },
    )
