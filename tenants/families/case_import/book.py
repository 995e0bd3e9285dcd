"""What an import knows while it checks: the people, what the rows will make, what is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from tenants.families.case_import.problems import CellProblem, Problems
from tenants.families.case_import.site_rules import SiteRules
from tenants.families.case_import.spool import Spool
from tenants.families.case_import.targets import Target
from tenants.families.models import Child, Family, Guardian

MOST_DIFFERENCES_SHOWN = 200


class Row(NamedTuple):
    """One row of the file: its number there, and its filled cells by column."""

    number: int
    cells: dict[str, Any]

    def get(self, column: str, default: Any = None) -> Any:
        return self.cells.get(column, default)


class Known(NamedTuple):
    """Something that the site has already: its number, and what the columns hold there."""

    pk: int
    cells: dict[str, Any]


class Refused(CellProblem):
    """A row breaks a rule; `column` is where to look."""

    def __init__(self, column: str, text: Any, allowed: Any = "", **values: Any) -> None:
        super().__init__(text, allowed, **values)
        self.column = column


class SkippedRow(Exception):
    """The row cannot be judged, because a row that it refers to is wrong."""


class KnownOtherwise(Exception):
    """The site has this already, written down by somebody and not by an import."""


class Person(NamedTuple):
    """A family, parent or child: a real number, or a negative one while it is new."""

    pk: int
    family: int
    birth_date: date | None = None
    name: str = ""


@dataclass
class People:
    """Everybody of one sort whom the file speaks of, by the partner's own reference."""

    model: type[Model]
    unknown_text: Any
    _known: dict[str, Person] = field(default_factory=dict)
    _looked_up: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)

    def add(self, reference: str, person: Person) -> None:
        self._known[reference] = person

    def look_up(self, references: Iterable[str]) -> None:
        """Find those whom the site knows already and the file does not bring."""
        wanted = set(references) - self._known.keys() - self._looked_up
        if not wanted:
            return
        self._looked_up |= wanted
        paths = ["own_reference", "pk", "family_id", "birth_date", "first_name"]
        if self.model is Family:
            paths[2:] = ["pk", "own_reference", "name"]
        rows = self.model.objects.filter(own_reference__in=wanted).values_list(*paths)
        for reference, pk, family, born, name in rows:
            born = None if self.model is Family else born
            self._known[reference] = Person(pk, family, born, name)

    def person(self, reference: str) -> Person | None:
        """Whoever has that reference, as far as was looked up."""
        return self._known.get(reference)

    def number_of(self, reference: str) -> int | None:
        """Somebody's number, or None when nobody has that reference."""
        person = self._known.get(reference)
        return person.pk if person else None

    def find(self, column: str, reference: str) -> Person:
        """Whoever has that reference; raises `Refused`, or `SkippedRow` if its row is wrong."""
        person = self._known.get(reference)
        if person is not None:
            return person
        if reference in self.broken:
            raise SkippedRow
        raise Refused(column, self.unknown_text)


class Change(NamedTuple):
    """What comes on top of something known: its end, or the step that followed."""

    pk: int
    family: int
    action: str
    values: dict[str, Any]


@dataclass
class Difference:
    """A row that says something else than the site has; nothing is changed."""

    row: int
    record: str
    reference: str
    column: str
    in_file: str
    at_site: str


@dataclass
class Book:
    """The state of one import between reading and writing.

    `making` holds, per table, the rows to be written; `shelf` is where a kind keeps what its
    own rules need to remember, by a name of its own.
    """

    site: SiteRules
    by: Any
    today: date
    problems: Problems
    families: People = field(
        default_factory=lambda: People(Family, _("No family has this reference."))
    )
    guardians: People = field(
        default_factory=lambda: People(Guardian, _("No parent has this reference."))
    )
    children: People = field(
        default_factory=lambda: People(Child, _("No child has this reference."))
    )
    making: dict[str, tuple[Target, Spool]] = field(default_factory=dict)
    changes: dict[tuple[str, str], tuple[Target, list[Change]]] = field(default_factory=dict)
    shelf: dict[str, Any] = field(default_factory=dict)

    def create(self, target: Target, values: tuple[Any, ...], family: int | None) -> int:
        """Put down a row to be written, of a family; returns its negative number."""
        if target.name not in self.making:
            self.making[target.name] = (target, Spool())
        spool = self.making[target.name][1]
        number = -(spool.count + 1)
        spool.append((number if target.model is Family else family, values))
        return number

    def change(self, target: Target, change: Change) -> None:
        """Put down what comes on top of something that the site has."""
        key = (target.name, change.action)
        self.changes.setdefault(key, (target, []))[1].append(change)

    def people_made_by(self, record: str) -> People | None:
        """The people that rows of this record bring, or None for what is no person."""
        makers = {"family": self.families, "parent": self.guardians, "child": self.children}
        return makers.get(record)

    def guardian_of(self, row: Row) -> Person:
        """The parent a row is about."""
        return self.guardians.find("person", row.cells["person"])

    def child_of(self, row: Row) -> Person:
        """The child a row is about."""
        return self.children.find("person", row.cells["person"])

    def close(self) -> None:
        """Throw away what waits on disk."""
        for _target, spool in self.making.values():
            spool.close()
