"""How figures, categories, gaps and periods are called, in the reader's language.

The words for indicators are the shared definitions; those for groups and lists are the site's.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.indicators.enums import COMMON_PREFIX, UNKNOWN, Dimension
from core.indicators.models import CommonPopulation, Indicator
from core.indicators.registry import Measure
from core.sites.configuration import SiteConfiguration
from core.sites.enums import Kind, Unit
from core.sites.texts import in_language
from core.sites.vocabulary import VOCABULARY
from core.ui.formats import plain_date
from tenants.reporting.categories import COUPLE, LONE_PARENT
from tenants.reporting.completeness import (
    BIRTH_DATE,
    DECISION,
    RELATED_PROJECT,
    TARGET_GROUP,
    WORK_HOURS,
    Gap,
)
from tenants.reporting.lists import OTHER

FIXED = {
    UNKNOWN: gettext_lazy("Not known"),
    OTHER: gettext_lazy("Other"),
    LONE_PARENT: gettext_lazy("Lone parent"),
    COUPLE: gettext_lazy("Couple"),
    "m0_11": gettext_lazy("0 to 11 months"),
    "m12_23": gettext_lazy("12 to 23 months"),
    "m24_35": gettext_lazy("24 to 35 months"),
    "m36_up": gettext_lazy("36 months and older"),
}
GAPS = {
    DECISION: gettext_lazy("Parents in a trajectory without a decision"),
    TARGET_GROUP: gettext_lazy("Parents in a trajectory without a target group"),
    BIRTH_DATE: gettext_lazy("Children without a date of birth"),
    WORK_HOURS: gettext_lazy("Jobs without hours a week"),
    RELATED_PROJECT: gettext_lazy("Families who take part through a related project"),
}


def definitions() -> dict[str, Indicator]:
    """The current shared definitions by code."""
    return {row.code: row for row in Indicator.objects.current()}


def unit_label(unit: str) -> str:
    """What one in the figure stands for: "parents"."""
    return str(Unit(unit).label)


def since_when(kind: str, start: date | None, end: date) -> str:
    """What stretch of time a figure speaks of."""
    if kind == Kind.STOCK:
        return _("on this day")
    if start is not None:
        return period_text(start, end)
    return _("since the beginning")


def period_text(start: date | None, end: date) -> str:
    """A period in words: "1 January 2020 to 30 June 2020", or its last day."""
    if start is None:
        return plain_date(end)
    return _("%(first)s to %(last)s") % {"first": plain_date(start), "last": plain_date(end)}


def half_year_text(start: date) -> str:
    """The half year that begins on a day: "First half of 2026"."""
    text = _("First half of %(year)s") if start.month == 1 else _("Second half of %(year)s")
    return text % {"year": start.year}


class CategoryWords:
    """The words for categories at one site, under one configuration."""

    def __init__(self, configuration: SiteConfiguration | None) -> None:
        self.configuration = configuration

    def label(self, dimension: str, category: str, measure: Measure | None = None) -> str:
        """The site's own word for a category; a code without a word is shown as it is."""
        own = self._own(dimension, measure)
        if category in own:
            return in_language(own[category])
        return str(FIXED.get(category, category))

    def _own(self, dimension: str, measure: Measure | None) -> Mapping[str, Mapping[str, str]]:
        if self.configuration is None:
            return {}
        if dimension == Dimension.TARGET_GROUP:
            return {group.code: group.label for group in self.configuration.target_groups}
        if dimension == Dimension.DETAIL and measure is not None and measure.detail_list:
            items = getattr(self.configuration.lists, measure.detail_list)
            return {item.code: item.label for item in items}
        return {}


def dimension_label(dimension: str, measure: Measure | None = None) -> str:
    """What a breakdown is by: "by target group", "by reason"."""
    if dimension == Dimension.DETAIL and measure is not None and measure.detail_label:
        return str(measure.detail_label)
    return {
        Dimension.TARGET_GROUP: _("by target group"),
        Dimension.FAMILY_TYPE: _("by family type"),
        Dimension.CHILD_AGE: _("by age of the youngest child"),
        Dimension.DETAIL: _("by detail"),
    }[Dimension(dimension)]


def population_label(population: str) -> str:
    """The name of a common population; empty for the site's own people."""
    if not population.startswith(COMMON_PREFIX):
        return ""
    code = population.removeprefix(COMMON_PREFIX)
    found = CommonPopulation.objects.filter(code=code).first()
    return found.label if found else code


def gap_label(gap: Gap) -> str:
    """What is missing."""
    if gap.attribute:
        attribute: Any = VOCABULARY.get(gap.attribute)
        name = str(attribute.label) if attribute else gap.attribute
        return _("Parents in a trajectory of whom we do not know: %(what)s") % {"what": name}
    return str(GAPS.get(gap.code, gap.code))
