"""What waits for somebody today, from every app, each with its next step.

A source is `fn(user, day)` and returns the items for this user on this (local) day, none for
roles it has nothing for. A source asks a bounded number of queries and returns at most
`MOST_ITEMS` items a group; what is left over is one last item that `stands_for` the rest and
links to the list.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

MOST_ITEMS = 5


@dataclass(frozen=True)
class TodayGroup:
    """A heading on the page: "New referrals". `order` sorts the groups, `code` is unique.

    `title` is a lazily translated text, `lead` says in one sentence what to do about them.
    """

    code: str
    title: Any
    order: int = 100
    icon: str = "circle"
    lead: Any = ""


@dataclass(frozen=True)
class TodayItem:
    """One thing to do: `title` says for whom or what, `action` is the next step's label.

    `href` is where the next step is done, `on` since when it waits, `stands_for` how many things
    the item counts for (more than 1 for "and 12 more").
    """

    group: TodayGroup
    title: str
    href: str
    action: str = ""
    text: str = ""
    on: date | None = None
    tone: str = "neutral"
    icon: str = ""
    stands_for: int = 1


@dataclass
class ShownGroup:
    """A group with its items, as the page shows it."""

    group: TodayGroup
    items: list[TodayItem] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(item.stands_for for item in self.items)


Source: TypeAlias = Callable[[Any, date], Iterable[TodayItem]]


class Today:
    """The sources of items; the platform has one register, tests build their own."""

    def __init__(self) -> None:
        self._sources: list[Source] = []

    def register_source(self, source: Source) -> Source:
        """Add a source; adding the same function twice is refused. Usable as a decorator."""
        if source in self._sources:
            raise ValueError(f"Today already has {source.__module__}.{source.__name__}")
        self._sources.append(source)
        return source

    def groups_for(self, user: Any, day: date) -> list[ShownGroup]:
        """The groups that have something for this user, in their order."""
        shown: dict[str, ShownGroup] = {}
        for source in self._sources:
            for item in source(user, day):
                shown.setdefault(item.group.code, ShownGroup(item.group)).items.append(item)
        return sorted(shown.values(), key=lambda entry: (entry.group.order, entry.group.code))


today = Today()
register_source = today.register_source
groups_for = today.groups_for
