"""The kinds of records that can be imported, and the register that the apps add theirs to.

A kind says which columns its rows use, how a row is recognised when it comes again, which rules
hold for it and what it makes. The families app registers people and the steps up to the
decision; guidance, childcare and learning register what happens afterwards.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model

from tenants.families.case_import.book import Book, Known, Row
from tenants.families.case_import.cells import CodeOf, Reader
from tenants.families.case_import.columns import BY_CODE
from tenants.families.case_import.site_rules import SiteRules
from tenants.families.case_import.targets import Target

Choices = Callable[[SiteRules], Mapping[str, Any]]


@dataclass(frozen=True)
class Cell:
    """How a record uses a column: with a reader, or with the codes of a list (`choices`)."""

    reader: Reader | None = None
    choices: Choices | None = None
    needed: bool = False
    about: Any = ""

    def reader_for(self, site: SiteRules) -> Reader:
        """What turns the cell into a value at this site."""
        if self.choices is not None:
            return CodeOf(self.choices(site))
        assert self.reader is not None
        return self.reader


class ImportKind(ABC):
    """Base of the kinds. A subclass says what it is and implements `create`.

    `order` is the order of checking and writing: what others refer to comes first. `stored`
    names, for each column that is kept, where the value of an earlier import is found (a
    path from `target.model`). `closing` are the columns that may be filled by a later file: the
    end of something that was still going on.
    """

    code: ClassVar[str]
    label: ClassVar[Any]
    about: ClassVar[Any]
    order: ClassVar[int]
    cells: ClassVar[Mapping[str, Cell]]
    targets: ClassVar[tuple[Target, ...]]
    stored: ClassVar[Mapping[str, str]]
    defaults: ClassVar[Mapping[str, Any]] = {}
    closing: ClassVar[Mapping[str, str]] = {}

    @property
    def model(self) -> type[Model]:
        """The model of the record itself."""
        return self.targets[-1].model

    def identity(self, row: Row) -> Hashable:
        """By what a row is recognised, in this file and in an earlier one."""
        return row.cells["reference"]

    def gather(self, rows: Sequence[Row], book: Book) -> None:
        """Look up what the rows refer to, in a bounded number of queries."""
        book.guardians.look_up(row.cells["person"] for row in rows)

    def known(self, rows: Sequence[Row], book: Book) -> dict[Hashable, Known]:
        """What the site has of these rows already, by identity."""
        if not self._was_imported_before(book):
            return {}
        references = [row.cells["reference"] for row in rows]
        found = self.model.objects.filter(own_reference__in=references)
        values = found.values_list("own_reference", "pk", *self.stored.values())
        return {
            reference: Known(pk, dict(zip(self.stored, stored, strict=True)))
            for reference, pk, *stored in values
        }

    def _was_imported_before(self, book: Book) -> bool:
        """Has the site any record of this kind with a reference of its own? Asked once."""
        name = f"imported before: {self.code}"
        if name not in book.shelf:
            book.shelf[name] = self.model.objects.filter(own_reference__isnull=False).exists()
        return book.shelf[name]

    def recall(self, row: Row, known: Known, book: Book) -> None:  # noqa: B027 – most need none
        """Note something that is known already, for the rules of the rows that follow."""

    @abstractmethod
    def create(self, row: Row, book: Book) -> None:
        """Check the rules and put down what has to be written; raises `Refused`."""

    def close(self, row: Row, known: Known, book: Book) -> None:
        """Check and put down the end of something that is known (for kinds with `closing`)."""
        raise TypeError(f"A {self.code} does not end.")


@dataclass
class Kinds:
    """A register of kinds; the platform has one, tests build their own."""

    _kinds: dict[str, ImportKind] = field(default_factory=dict)

    def register(self, kind: ImportKind) -> ImportKind:
        """Add a kind; a second one of the same code, or an unknown column, stops the start."""
        if kind.code in self._kinds:
            raise ImproperlyConfigured(f"Two kinds of records are called {kind.code!r}.")
        unknown = set(kind.cells) - set(BY_CODE)
        if unknown:
            raise ImproperlyConfigured(f"{kind.code!r} uses unknown columns: {unknown}.")
        self._kinds[kind.code] = kind
        return kind

    def get(self, code: str) -> ImportKind | None:
        return self._kinds.get(code)

    def in_order(self) -> list[ImportKind]:
        """The kinds in the order in which they are checked and written."""
        return sorted(self._kinds.values(), key=lambda kind: kind.order)


kinds = Kinds()
register_kind = kinds.register
