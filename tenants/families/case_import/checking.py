"""The first pass: read the whole file, judge every row, write nothing.

Rows may stand in any order. While reading, each row's cells become values and the row waits
with others of its kind; then the kinds are judged in order, people first, so that every rule can
see what comes before it. All that is wrong is collected.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from django.utils.translation import gettext_lazy as _

from tenants.families.case_import.book import (
    MOST_DIFFERENCES_SHOWN,
    Book,
    Difference,
    Known,
    KnownOtherwise,
    Refused,
    Row,
    SkippedRow,
)
from tenants.families.case_import.cells import Reader
from tenants.families.case_import.kinds import ImportKind, Kinds
from tenants.families.case_import.problems import CellProblem, Problems, shortened
from tenants.families.case_import.reading import Table, open_table
from tenants.families.case_import.site_rules import SiteRules
from tenants.families.case_import.spool import Spool

Progress = Callable[[float], None]
ROWS_BETWEEN_NEWS = 1_000
SHARE_OF_READING = 0.6


@dataclass
class Tally:
    """What became of the rows of one kind."""

    rows: int = 0
    new: int = 0
    known: int = 0
    ended: int = 0
    differing: int = 0


@dataclass
class Readers:
    """One kind's readers by column, made for this site, and what every row must have."""

    kind: ImportKind
    readers: dict[str, Reader]
    needed: list[str]
    spool: Spool = field(default_factory=Spool)
    seen: dict[Any, int] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)


class Check:
    """One file under examination. Use as a context manager: it keeps temporary files."""

    def __init__(self, *, kinds: Kinds, by: Any, today: date, progress: Progress) -> None:
        self.progress = progress
        self.site = SiteRules(today)
        self.by = by
        self.today = today
        self.readers = {kind.code: self._readers_of(kind) for kind in kinds.in_order()}
        self.differences: list[Difference] = []
        self.rows = 0
        self.book: Book

    def __enter__(self) -> "Check":
        return self

    def __exit__(self, *error: object) -> None:
        for entry in self.readers.values():
            entry.spool.close()
        if hasattr(self, "book"):
            self.book.close()

    def _readers_of(self, kind: ImportKind) -> Readers:
        readers = {column: cell.reader_for(self.site) for column, cell in kind.cells.items()}
        return Readers(kind, readers, [code for code, cell in kind.cells.items() if cell.needed])

    @property
    def tallies(self) -> dict[str, Tally]:
        """What became of the rows, by kind."""
        return {code: entry.tally for code, entry in self.readers.items()}

    def run(self, file: BinaryIO, name: str) -> None:
        """Read and judge a file. Raises `Unreadable`; all else is in `book.problems`."""
        table = open_table(file, name)
        self.book = Book(self.site, self.by, self.today, Problems(table.letters))
        self._read(table)
        judged, total = 0, max(1, self.rows)
        for entry in self.readers.values():
            for batch in entry.spool.batches():
                self._judge(entry, batch)
                judged += len(batch)
                self.progress(SHARE_OF_READING + (1 - SHARE_OF_READING) * judged / total)

    # -- reading -------------------------------------------------------------------------

    def _read(self, table: Table) -> None:
        for number, cells in table.rows():
            self.rows += 1
            code = cells.pop("record", None)
            entry = self.readers.get(code) or self._entry(number, code)
            if entry is not None:
                self._read_row(entry, number, cells)
            if self.rows % ROWS_BETWEEN_NEWS == 0:
                self.progress(SHARE_OF_READING * table.share_read())

    def _entry(self, number: int, code: Any) -> Readers | None:
        """The kind of a row whose code is not quite as it should be, or none with a problem."""
        found = self.readers.get(str(code).strip().lower()) if code else None
        if found is None:
            text = _("This is no kind of record.") if code else _("Say what this row tells.")
            self.book.problems.add(
                number, "record", code, CellProblem(text, ", ".join(self.readers))
            )
        return found

    def _read_row(self, entry: Readers, number: int, cells: dict[str, Any]) -> None:
        entry.tally.rows += 1
        before = self.book.problems.count
        values = dict(entry.kind.defaults)
        for column, cell in cells.items():
            try:
                values[column] = self._value(entry, column, cell)
            except CellProblem as problem:
                self.book.problems.add(number, column, cell, problem)
        self._refuse_missing(entry, number, values, before)
        row = Row(number, values)
        if self.book.problems.count == before:
            self._refuse_twice(entry, row)
        if self.book.problems.count == before:
            entry.spool.append(row)
        else:
            self._note_broken(entry.kind, values)

    @staticmethod
    def _value(entry: Readers, column: str, cell: Any) -> Any:
        reader = entry.readers.get(column)
        if reader is None:
            raise CellProblem(
                _("A row “%(record)s” does not use this column. Leave it empty."),
                record=entry.kind.code,
            )
        return reader(cell)

    def _refuse_missing(
        self, entry: Readers, number: int, values: dict[str, Any], before: int
    ) -> None:
        for column in entry.needed:
            if column not in values and self.book.problems.count == before:
                self.book.problems.add(
                    number, column, "", CellProblem(_("This cell must be filled in."))
                )

    def _refuse_twice(self, entry: Readers, row: Row) -> None:
        first = entry.seen.setdefault(entry.kind.identity(row), row.number)
        if first != row.number:
            column = "reference" if "reference" in entry.needed else "person"
            problem = CellProblem(
                _("The same stands in row %(row)d already. Leave one of them out."), row=first
            )
            self.book.problems.add(row.number, column, row.get(column), problem)

    def _note_broken(self, kind: ImportKind, values: dict[str, Any]) -> None:
        """Rows that refer to this one get no problem of their own on top."""
        people = self.book.people_made_by(kind.code)
        if people is not None and "reference" in values:
            people.broken.add(values["reference"])

    # -- judging -------------------------------------------------------------------------

    def _judge(self, entry: Readers, batch: list[Row]) -> None:
        kind = entry.kind
        kind.gather(batch, self.book)
        known = kind.known(batch, self.book)
        for row in batch:
            try:
                found = known.get(kind.identity(row))
                if found is None:
                    kind.create(row, self.book)
                    entry.tally.new += 1
                else:
                    self._compare(entry, row, found)
            except KnownOtherwise:
                entry.tally.known += 1
            except SkippedRow:
                self._note_broken(kind, row.cells)
            except CellProblem as problem:
                column = problem.column if isinstance(problem, Refused) else "on"
                self.book.problems.add(row.number, column, row.get(column), problem)
                self._note_broken(kind, row.cells)

    def _compare(self, entry: Readers, row: Row, found: Known) -> None:
        kind = entry.kind
        kind.recall(row, found, self.book)
        differing = [
            column
            for column, stored in found.cells.items()
            if column in row.cells and not _same(row.cells[column], stored)
        ]
        still_open = bool(kind.closing) and found.cells.get("until") is None
        if differing and still_open and set(differing) <= set(kind.closing):
            kind.close(row, found, self.book)
            entry.tally.ended += 1
        elif differing:
            entry.tally.differing += 1
            self._note_differences(kind, row, found, differing)
        else:
            entry.tally.known += 1

    def _note_differences(
        self, kind: ImportKind, row: Row, found: Known, differing: list[str]
    ) -> None:
        for column in differing:
            if len(self.differences) < MOST_DIFFERENCES_SHOWN:
                self.differences.append(
                    Difference(
                        row=row.number,
                        record=kind.code,
                        reference=str(row.get("reference") or row.get("person") or ""),
                        column=column,
                        in_file=shortened(row.cells[column]),
                        at_site=shortened(found.cells[column]),
                    )
                )


def _same(in_file: Any, at_site: Any) -> bool:
    """Equal values; a text that the site keeps empty and none are the same."""
    if at_site is None or at_site == "":
        return in_file in (None, "")
    return in_file == at_site
