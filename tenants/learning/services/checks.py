"""What is checked of trainings and volunteering: by the services, and in bulk by an import."""

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from core.sites.lists import check_code
from tenants.families.validation import Findings, check_day, check_free_text
from tenants.learning.models.training import HOURS_AT_MOST


def check_days(found: Findings, *, started_on: date | None, ended_on: date | None) -> None:
    """It has begun, and a last day is over or today and not before the first."""
    found.within("", {"started_on": check_day(started_on, today=timezone.localdate())})
    if ended_on is not None and started_on is not None:
        check_last_day(found, started_on=started_on, ended_on=ended_on)


def check_last_day(found: Findings, *, started_on: date, ended_on: date | None) -> None:
    """A last day is over or today, and not before the first day."""
    messages = check_day(ended_on, today=timezone.localdate(), not_before=started_on)
    found.within("", {"ended_on": messages})


def check_training(
    found: Findings,
    *,
    kind: str,
    title: str,
    started_on: date | None,
    ended_on: date | None,
    hours: Decimal | None,
    completed: bool | None,
) -> None:
    """A training has a kind of the site; whether it was completed is known at its end."""
    check_days(found, started_on=started_on, ended_on=ended_on)
    found.within("", {"kind": check_code("training_kinds", kind), "title": check_free_text(title)})
    check_hours(found, hours)
    if completed is not None and ended_on is None:
        found.add("ended_on", _("Fill in the last day too: until then a training is going on."))


def check_hours(found: Findings, hours: Decimal | None) -> None:
    """Hours are of the whole training; None is unknown."""
    if hours is not None and not 0 <= hours <= HOURS_AT_MOST:
        text = _("Give 0 to %(most)d hours for the whole training, or leave it empty.")
        found.add("hours", text % {"most": HOURS_AT_MOST})


def check_volunteering(
    found: Findings, *, organisation: str, started_on: date | None, ended_on: date | None
) -> None:
    """Volunteering is somewhere: without an organisation nobody can ask how it went."""
    check_days(found, started_on=started_on, ended_on=ended_on)
    if not organisation.strip():
        found.add("organisation", _("Fill in where the parent volunteers."))
    found.within("", {"organisation": check_free_text(organisation)})
