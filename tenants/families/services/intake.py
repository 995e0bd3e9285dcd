"""The intake: what the family answers, in one talk or in several."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.audit.services import record
from tenants.families.models import Guardian, Intake, Situation
from tenants.families.models.situation import STORED
from tenants.families.permissions import must_work_with_families
from tenants.families.selectors import current_referral
from tenants.families.services.rules import by_name, locked
from tenants.families.validation import Findings, check_answers, check_day


def record_intake(
    *,
    by: Any,
    guardian: Guardian,
    held_on: date,
    answers: Mapping[str, Any],
    not_asked: Collection[str] = (),
    completed: bool = True,
) -> Intake:
    """Record a parent's answers by attribute code; None or missing is unknown.

    `not_asked` names unknown attributes that were not asked. An intake that is not completed can
    be recorded again with more answers; a completed one stays, and the next is a new intake.
    Raises `ValidationError` by field ("held_on", or the attribute's code).
    """
    must_work_with_families(by)
    _check(guardian, held_on, answers, not_asked)
    with transaction.atomic():
        guardian = locked(guardian)
        intake = Intake.objects.filter(guardian=guardian, completed=False).first()
        intake = _store(intake, guardian, held_on, answers, not_asked, completed, by)
        _keep_contact_details(guardian, answers)
        record(
            by=by,
            action="families.intake_recorded",
            object_type="families.intake",
            object_id=intake.pk,
            family_id=guardian.family_id,
            summary=guardian.family.reference,
            details={
                "held_on": held_on,
                "completed": completed,
                "answered": sorted(code for code, answer in answers.items() if answer is not None),
            },
        )
    return intake


def _check(
    guardian: Guardian, held_on: date, answers: Mapping[str, Any], not_asked: Collection[str]
) -> None:
    found = Findings()
    referral = current_referral(guardian)
    first = referral.referred_on if referral else None
    for text in check_day(held_on, today=timezone.localdate(), not_before=first):
        found.add("held_on", text)
    found.within("", check_answers(answers))
    for code in not_asked:
        if answers.get(code) is not None:
            found.add(code, _("This question has an answer, so it was asked."))
    found.refuse_if_any()


def _store(
    intake: Intake | None,
    guardian: Guardian,
    held_on: date,
    answers: Mapping[str, Any],
    not_asked: Collection[str],
    completed: bool,
    by: Any,
) -> Intake:
    situation = intake.situation if intake else Situation(guardian=guardian, family=guardian.family)
    situation.assessed_on = held_on
    situation.not_asked = sorted(not_asked)
    situation.recorded_by_name = by_name(by)
    for code in STORED:
        setattr(situation, code, answers.get(code))
    situation.save()
    if intake is None:
        intake = Intake(guardian=guardian, family=guardian.family, situation=situation)
    intake.held_on = held_on
    intake.completed = completed
    intake.save()
    return intake


def _keep_contact_details(guardian: Guardian, answers: Mapping[str, Any]) -> None:
    """What the family says at the intake about where it lives and its language is the latest."""
    family = guardian.family
    said = {code: answers.get(code) for code in ("residence_lau", "household_language")}
    changed = [code for code, answer in said.items() if answer and answer != getattr(family, code)]
    for code in changed:
        setattr(family, code, said[code])
    if changed:
        family.save(update_fields=[*changed, "sort_key"])
