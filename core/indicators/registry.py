"""The register of measures: tenant apps say how a figure is counted, the core only asks.

A measure is a lazy query over dated events. It gives one row for each episode, with the parent,
family and child it belongs to; reporting counts the distinct values of the column that the
site's practice names as unit. So one measure serves a site that counts parents and a site
that counts families.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet

from core.sites.enums import Indicator, Kind, Unit

#: The columns that `Measure.rows` gives; those that do not apply hold None, `detail` "".
ROW_COLUMNS = ("episode_id", "guardian_id", "family_id", "child_id", "detail")

#: The column whose distinct values are counted, by unit.
COLUMN_OF_UNIT = {
    Unit.PARENT: "guardian_id",
    Unit.FAMILY: "family_id",
    Unit.CHILD: "child_id",
    Unit.EPISODE: "episode_id",
    Unit.DAY_PART: "episode_id",
}


@dataclass(frozen=True)
class Scope:
    """When, and by whose practice, a measure is asked.

    A stock looks at the situation on `end`; a cumulative figure at everything up to and
    including `end`; a flow at `start`..`end`, both included. Only flows get a `start`; without
    one they run from the beginning of the series. `practice` is the site's
    `core.sites.configuration.practice.IndicatorPractice` on `end`, or None.
    """

    start: date | None
    end: date
    practice: Any = None

    def __post_init__(self) -> None:
        if self.start is not None and self.start > self.end:
            raise ValueError(f"A period that ends ({self.end}) before it starts ({self.start}).")


@dataclass(frozen=True)
class Measure:
    """How one indicator is counted. `rows(scope)` gives a queryset of `ROW_COLUMNS`, unasked.

    `units` are the units a site may count in, the usual one first; `other_kinds` what the
    measure can also be asked for when a site's practice says so. `detail_label` says, lazily
    translated, what `detail` holds ("by reason"); None where the measure has no detail.
    `detail_list` is the name of the configuration's list that `detail` takes its codes from.
    """

    code: str
    kind: str
    units: tuple[str, ...]
    rows: Callable[[Scope], QuerySet]
    detail_label: Any = None
    detail_list: str = ""
    other_kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not {self.kind, *self.other_kinds} <= set(Kind.values):
            raise ImproperlyConfigured(f"{self.code}: {self.kind!r} is not a kind of figure.")
        if not self.units or not set(self.units) <= set(COLUMN_OF_UNIT):
            raise ImproperlyConfigured(f"{self.code}: {self.units!r} are not units.")

    def unit_for(self, practice: Any) -> str:
        """The practice's unit where the measure can count in it, else the usual one."""
        wanted = getattr(practice, "unit", None)
        return str(Unit(wanted)) if wanted in self.units else str(Unit(self.units[0]))

    def kind_for(self, practice: Any) -> str:
        """The practice's kind where the measure can give it, else the measure's own."""
        wanted = getattr(practice, "kind", None)
        return str(Kind(wanted)) if wanted in self.other_kinds else str(Kind(self.kind))


class Measures:
    """A register of measures. The platform has one, tests build their own."""

    def __init__(self) -> None:
        self._measures: dict[str, Measure] = {}

    def register(self, measure: Measure) -> None:
        """Add a measure; a second one for the same indicator stops the start."""
        if measure.code in self._measures:
            raise ImproperlyConfigured(f"Two measures for the indicator {measure.code!r}.")
        self._measures[measure.code] = measure

    def get(self, code: str) -> Measure:
        """The measure of that indicator. Raises KeyError."""
        return self._measures[code]

    def __contains__(self, code: str) -> bool:
        return code in self._measures

    def __iter__(self) -> Iterator[Measure]:
        """In the order in which the indicators are listed in a site's configuration."""
        return iter(sorted(self._measures.values(), key=_position))

    def __len__(self) -> int:
        return len(self._measures)


def _position(measure: Measure) -> tuple[int, str]:
    order = Indicator.values
    return (order.index(measure.code) if measure.code in order else len(order), measure.code)


registry = Measures()
register = registry.register
