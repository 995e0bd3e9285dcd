"""The closed choices of comparability, with their meaning beside them."""

from enum import IntEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VerdictKind(TextChoices):
    """Whether figures may stand side by side, from the best to the default of the field."""

    COMPARABLE = "comparable", _("Comparable")
    WITH_NOTE = "with_note", _("Comparable with a note")
    RESTRICTED = "restricted", _("Comparable for those in common")
    NOT_COMPARABLE = "not_comparable", _("Not comparable")


class Severity(IntEnum):
    """What an item does to the verdict; the worst item decides."""

    SAME = 0
    NOTE = 1
    RESTRICTS = 2
    FAILS = 3

    @property
    def verdict(self) -> VerdictKind:
        return list(VerdictKind)[self]


class Check(TextChoices):
    """The questions that are asked of two figures, in the order in which a reader asks them."""

    FIGURE = "figure", _("The figure itself")
    UNIT = "unit", _("What one stands for")
    DEFINITION = "definition", _("Definition")
    KIND = "kind", _("Sort of figure")
    POPULATION = "population", _("Among whom is counted")
    TARGET_GROUP = "target_group", _("Whom the site is for")
    WORK = "work", _("What counts as work")
    COUNTING = "counting", _("Who comes back")
    CAPTURE = "capture", _("How it is known")
    PERIOD = "period", _("Period")
    EXPOSURE = "exposure", _("First day of the series")
    COVERAGE = "coverage", _("How much is missing")
    SERIES = "series", _("Breaks in the series")
    PROJECTS = "projects", _("Other projects mixed in")
    THRESHOLD = "threshold", _("Enough people")
