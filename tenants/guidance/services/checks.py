"""What is checked of guidance, one by one: by the services, and in bulk by an import.

Each check adds its messages by field to `Findings`. A message says which rule says no, and how
to go on.
"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from core.sites.lists import check_code
from core.ui.formats import plain_date
from tenants.families.validation import Findings, check_day, check_free_text
from tenants.guidance.enums import Captured, Reached
from tenants.guidance.models import Case
from tenants.guidance.models.work import HOURS_IN_A_WEEK_AT_MOST
from tenants.guidance.permissions import can_be_coach


def check_event_day(found: Findings, field: str, day: date | None, *, not_before: date) -> None:
    """The day is over or today, and not before the day that it follows on."""
    found.within("", {field: check_day(day, today=timezone.localdate(), not_before=not_before)})


def check_coach(found: Findings, coach: Any) -> None:
    """A case is put into the hands of somebody who may guide."""
    if not can_be_coach(coach):
        text = _("%(name)s cannot guide. Choose a family coach or coordinator of your site.")
        found.add("coach", text % {"name": coach})


def check_start(found: Findings, *, name: str, on: date | None, others: Collection[Case]) -> None:
    """Guidance of one parent runs once at a time; `others` are the parent's earlier cases."""
    found.within("", {"on": check_day(on, today=timezone.localdate())})
    if any(case.is_running for case in others):
        text = _("%(name)s is in guidance already. End that guidance before you start another.")
        found.add("guardian", text % {"name": name})
    ends = [case.ended_on for case in others if case.ended_on is not None]
    if on is not None and ends and max(ends) > on:
        text = _("Earlier guidance of %(name)s ran until %(day)s. Choose that day or a later one.")
        found.add("on", text % {"name": name, "day": plain_date(max(ends))})


def check_contact(
    found: Findings, *, on: date | None, kind: str, reached: str, note: str, not_before: date
) -> None:
    """A contact has a day within or after guidance, a kind of the site, and an outcome."""
    check_event_day(found, "on", on, not_before=not_before)
    found.within("", {"kind": check_code("contact_kinds", kind), "note": check_free_text(note)})
    if reached not in Reached.values:
        found.add("reached", _("Say whether you spoke, left a message or got no answer."))


def check_work(
    found: Findings,
    *,
    started_on: date | None,
    ended_on: date | None,
    kind: str,
    captured: str,
    hours_per_week: Decimal | None,
) -> None:
    """Work has begun, is of a kind of the site, and fits in a week."""
    found.within("", {"started_on": check_day(started_on, today=timezone.localdate())})
    if ended_on is not None and started_on is not None:
        check_event_day(found, "ended_on", ended_on, not_before=started_on)
    found.within("", {"kind": check_code("work_kinds", kind)})
    if captured not in Captured.values:
        found.add("captured", _("Say how you know of this work."))
    if hours_per_week is not None and not 0 <= hours_per_week <= HOURS_IN_A_WEEK_AT_MOST:
        text = _("A week holds 0 to %(most)d hours of work. Leave it empty if you do not know.")
        found.add("hours_per_week", text % {"most": HOURS_IN_A_WEEK_AT_MOST})
