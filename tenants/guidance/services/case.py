"""Guidance of a parent starts, changes hands, and ends with a reason.

Guidance starts on request of families, in the transaction of the decision (see
`open_case_on_request`). Its end is announced in the same transaction too: whoever keeps a place
for a child of this parent hears it at once, or the end has not happened.
"""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.accounts.enums import Role
from core.audit.services import record
from core.sites.lists import check_code
from core.ui.formats import plain_date
from tenants.families.events import announce
from tenants.families.models import Guardian
from tenants.families.validation import Findings
from tenants.guidance.events import CASE_ENDED, CASE_STARTED
from tenants.guidance.models import Case
from tenants.guidance.permissions import must_guide
from tenants.guidance.services import checks


def start_case(
    *, guardian: Guardian, on: date, by: Any, coach: Any = None, target_group: str = ""
) -> Case:
    """Start guidance of a parent on a day. A parent who comes back gets a new case.

    `coach` is who will guide; without one it is `by`, if a family coach. Raises
    `NotPermitted`, or `ValidationError` by field (on, coach, guardian).
    """
    must_guide(by)
    coach = coach or (by if by.has_role(Role.FAMILY_COACH) else None)
    with transaction.atomic():
        guardian = Guardian.objects.select_for_update().get(pk=guardian.pk)
        found = Findings()
        checks.check_start(found, name=guardian.name, on=on, others=list(guardian.cases.all()))
        if coach is not None:
            checks.check_coach(found, coach)
        found.refuse_if_any()
        case = Case.objects.create(
            family_id=guardian.family_id,
            guardian=guardian,
            coach=coach,
            coach_name=coach.name if coach else "",
            started_on=on,
            target_group=target_group,
        )
        _log(case, by=by, action="guidance.case_started", details={"on": on})
        announce(CASE_STARTED, case=case, guardian=guardian, on=on, by=by)
    return case


def refuse_wait_during_guidance(*, guardian: Guardian, **_rest: Any) -> None:
    """Nobody waits for what they have: refuses a place on the list while guidance runs."""
    if Case.objects.running().filter(guardian=guardian).exists():
        raise ValidationError(
            _("%(name)s is in guidance already. End that guidance before you start another.")
            % {"name": guardian.name}
        )


def open_case_on_request(
    *, guardian: Guardian, on: date, by: Any, target_group: str = "", **rest: Any
) -> Case:
    """Handle `families.guidance_requested`: the decision and the case stand or fall together."""
    return start_case(guardian=guardian, on=on, by=by, target_group=target_group)


def assign_coach(*, case: Case, coach: Any, by: Any) -> Case:
    """Put a running case into the hands of `coach`. Raises `ValidationError` (coach)."""
    must_guide(by)
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        found = Findings()
        checks.check_coach(found, coach)
        if not case.is_running:
            found.add("coach", _("This guidance has ended: there is nothing to hand over."))
        found.refuse_if_any()
        before, case.coach, case.coach_name = case.coach_name, coach, coach.name
        case.save(update_fields=["coach", "coach_name"])
        details = {"from": before, "to": coach.name}
        _log(case, by=by, action="guidance.coach_assigned", details=details)
    return case


def end_guidance(*, case: Case, on: date, reason: str, by: Any) -> Case:
    """End guidance on a day, with a reason of the site's list. That day counts as ended.

    Ending it twice in the same way changes nothing. Raises `NotPermitted`, or `ValidationError`
    by field (ended_on, end_reason).
    """
    must_guide(by)
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        if (case.ended_on, case.end_reason) == (on, reason):
            return case
        _refuse_end(case, on=on, reason=reason)
        case.ended_on, case.end_reason = on, reason
        case.save(update_fields=["ended_on", "end_reason"])
        details = {"on": on, "reason": reason}
        _log(case, by=by, action="guidance.case_ended", details=details)
        announce(CASE_ENDED, case=case, guardian=case.guardian, on=on, reason=reason, by=by)
    return case


def _refuse_end(case: Case, *, on: date, reason: str) -> None:
    found = Findings()
    if not case.is_running:
        text = _("This guidance ended on %(day)s already.")
        found.add("ended_on", text % {"day": plain_date(case.ended_on)})
    checks.check_event_day(found, "ended_on", on, not_before=case.started_on)
    found.within("", {"end_reason": check_code("end_reasons", reason)})
    found.refuse_if_any()


def _log(case: Case, *, by: Any, action: str, details: dict[str, Any]) -> None:
    record(
        by=by,
        action=action,
        object_type="guidance.case",
        object_id=case.pk,
        family_id=case.family_id,
        details=details,
    )
