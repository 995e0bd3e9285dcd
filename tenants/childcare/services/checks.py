"""What is checked of an attendance before any row is locked: day, day-part, the child's age."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from core.sites.configuration import DayPart, SiteConfiguration
from core.sites.enums import Weekday
from core.sites.selectors import NoConfiguration, configuration_on
from core.sites.texts import in_language
from core.ui.formats import list_of, long_date, plain_date, short_date
from tenants.childcare.capacity import source_of
from tenants.families.ages import full_months
from tenants.families.models import Child
from tenants.families.validation import Findings, check_day


def check_attendance(
    found: Findings, *, children: list[Child], on: date | None, day_parts: list[str]
) -> SiteConfiguration | None:
    """Add what stands against these children in these day-parts of `on`.

    Returns the configuration that holds on that day, or None where the day itself is wrong.
    """
    found.within("", {"on": check_day(on, today=timezone.localdate())})
    if on is None or found.messages:
        return None
    try:
        configuration = configuration_on(on).configuration
    except NoConfiguration:
        found.add("on", _("Your site had not started on this day. Choose a later one."))
        return None
    for code in day_parts:
        _check_day_part(found, configuration, code, on)
    for child in children:
        _check_age(found, configuration, child, on)
    return configuration


def _check_day_part(found: Findings, configuration: SiteConfiguration, code: str, on: date) -> None:
    parts = {part.code: part for part in configuration.day_parts}
    if code not in parts:
        names = [in_language(part.label) for part in configuration.day_parts]
        text = _("There is no day-part “%(code)s”. Choose one of these: %(offered)s.")
        found.add("day_part", text % {"code": code, "offered": list_of(names)})
    elif not parts[code].is_on(on):
        text = _("%(day_part)s is not open on %(day)s. It is open on %(weekdays)s.")
        words = {
            "day_part": in_language(parts[code].label),
            "day": long_date(on),
            "weekdays": weekdays_of(parts[code]),
        }
        found.add("day_part", text % words)


def weekdays_of(part: DayPart) -> str:
    """On which days of the week a day-part is open, in words."""
    return list_of([str(Weekday(day).label) for day in part.weekdays])


def _check_age(found: Findings, configuration: SiteConfiguration, child: Child, on: date) -> None:
    """A child of unknown age may come: the day should not be lost to a missing date."""
    if child.birth_date is None:
        return
    if child.birth_date > on:
        text = _("%(name)s was born on %(born)s, after this day. Choose a later day.")
        found.add("child", text % {"name": child.first_name, "born": plain_date(child.birth_date)})
        return
    ages = configuration.care.ages_months
    months = full_months(child.birth_date, on)
    if months not in ages:
        text = _(
            "%(name)s is %(months)d months old on %(day)s. Your site cares for children from "
            "%(youngest)d months until they are %(below)d months old (%(source)s)."
        )
        words = {
            "name": child.first_name,
            "months": months,
            "day": short_date(on),
            "youngest": ages.from_,
            "below": ages.below,
            "source": source_of(configuration, "care.ages_months"),
        }
        found.add("child", text % words)
