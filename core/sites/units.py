"""Units of rule values in the reader's language; the packs write them in English."""

from django.utils.translation import gettext_lazy as _

UNITS = {
    "children/worker": _("children per worker"),
    "children/pro": _("children per worker"),
    "children/staff": _("children per worker"),
    "children/day-part": _("children per day-part"),
    "children": _("children"),
    "children at once": _("children at the same time"),
    "children/living group": _("children per group"),
    "max children at 1/2/3/4 staff": _("children at most, with 1, 2, 3 and 4 workers"),
    "years": _("years"),
    "months": _("months"),
    "h": _("hours"),
    "h/week": _("hours a week"),
    "h/week x38": _("hours a week, 38 weeks a year"),
    "h/child/month": _("hours per child a month"),
    "pct": _("per cent"),
    "pct over licensed": _("per cent above the licensed number"),
    "pct of day tariff": _("per cent of the day tariff"),
    "pct of under-3s": _("per cent of the children under 3"),
    "pct of monthly income per hour": _("per cent of monthly income, per hour"),
    "EUR": _("euros"),
    "EUR/day": _("euros a day"),
    "EUR/h": _("euros an hour"),
    "EUR/month": _("euros a month"),
    "GBP/year per parent": _("pounds a year per parent"),
}


def unit_in_words(unit: str | None) -> str:
    """The unit as people read it; an unknown one is shown as it is."""
    return str(UNITS.get(unit, unit or ""))
