"""Invented families as they are planned, before they become rows of the template."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Answers = dict[str, Any]


@dataclass
class Spell:
    """Something from a day to a day; `until` is None as long as it goes on."""

    on: date
    until: date | None = None
    kind: str = ""
    outcome: Any = None
    hours: float | None = None
    text: str = ""
    coach: str = ""
    reference: str = ""

    def covers(self, day: date) -> bool:
        """Begun and not over on that day, the last day included."""
        return self.on <= day and (self.until is None or self.until >= day)


@dataclass
class Entry:
    """One way in: a referral and what followed on it. Empty parts did not happen."""

    referred_on: date
    referrer: str
    intake_on: date | None = None
    answers: Answers = field(default_factory=dict)
    decided_on: date | None = None
    outcome: str = ""
    waiting: Spell | None = None
    guidance: Spell | None = None
    note: str = ""


@dataclass
class Parent:
    """A parent and all that happens to them. `referred` is False for the other parent at home."""

    reference: str
    first_name: str
    last_name: str
    born: date
    sex: str
    entries: list[Entry] = field(default_factory=list)
    contacts: list[Spell] = field(default_factory=list)
    work: list[Spell] = field(default_factory=list)
    trainings: list[Spell] = field(default_factory=list)
    volunteering: list[Spell] = field(default_factory=list)

    @property
    def cases(self) -> list[Spell]:
        """Every time in guidance, in order."""
        return [entry.guidance for entry in self.entries if entry.guidance]


@dataclass
class Child:
    """A child; `care` are the times in which it came, with how often in a week."""

    reference: str
    first_name: str
    last_name: str
    born: date
    sex: str
    care: list[tuple[date, date]] = field(default_factory=list)
    days_a_week: int = 2
    attended: list[tuple[date, str]] = field(default_factory=list)


@dataclass
class Family:
    """A household."""

    reference: str
    name: str
    residence: str
    language: str
    postcode: str = ""
    phone: str = ""
    email: str = ""
    project: str = ""
    parents: list[Parent] = field(default_factory=list)
    children: list[Child] = field(default_factory=list)


def parents_of(families: list[Family]) -> Iterator[Parent]:
    """Every parent, family by family."""
    for family in families:
        yield from family.parents


def children_of(families: list[Family]) -> Iterator[Child]:
    """Every child, family by family."""
    for family in families:
        yield from family.children


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
