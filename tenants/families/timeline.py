"""What happened with a family, from every app, in one order.

An app tells its part through a source: `register_source(fn)` from `AppConfig.ready()`, where
`fn(family, user)` returns the entries that this user may read, in a bounded number of queries.
Entries are what `<c-timeline>` shows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from tenants.families.models import Family


@dataclass(frozen=True)
class TimelineEntry:
    """One dated event; `tone` is one of neutral, good, attention, stop, info."""

    on: date
    title: str
    icon: str = "circle-fill"
    text: str = ""
    by: str = ""
    href: str = ""
    tone: str = "neutral"


Source: TypeAlias = Callable[[Family, Any], Iterable[TimelineEntry]]


class Timeline:
    """The sources of entries; the platform has one register, tests build their own."""

    def __init__(self) -> None:
        self._sources: list[Source] = []

    def register_source(self, source: Source) -> Source:
        """Add a source; adding the same function twice is refused. Usable as a decorator."""
        if source in self._sources:
            raise ValueError(f"The timeline already has {source.__module__}.{source.__name__}")
        self._sources.append(source)
        return source

    def entries_for(self, family: Family, user: Any) -> list[TimelineEntry]:
        """Everything this user may read of a family, newest first.

        Of one day, what a source gives later stands higher, so sources give their events in the
        order in which they happen.
        """
        entries = [entry for source in self._sources for entry in source(family, user)]
        return sorted(entries, key=lambda entry: entry.on)[::-1]


timeline = Timeline()
register_source = timeline.register_source
entries_for = timeline.entries_for
