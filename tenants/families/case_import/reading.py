"""Reads a file of cases row by row, CSV or XLSX, never as a whole.

A file that cannot be read is refused with the row and the column where it stops: the wrong
encoding, an unknown heading, a formula. A spreadsheet's formulas are refused because what they
say depends on who opens the file.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from tenants.families.case_import.columns import CODES, SHEET, letter
from tenants.families.case_import.problems import Unreadable

MOST_BYTES = 60 * 1024 * 1024
MOST_ROWS = 500_000
MOST_UNPACKED_BYTES = 600 * 1024 * 1024
MOST_COLUMNS = 200
DELIMITERS = (",", ";", "\t")
SPREADSHEET_ERRORS = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!"}
)
PLAIN = (str, int, float, date, datetime, type(None))

Row = tuple[int, dict[str, Any]]


@dataclass
class Table:
    """The rows of a file under known headings; `share_read` goes from 0 to 1."""

    columns: tuple[str, ...]
    source: Iterator[Sequence[Any]]
    share_read: Callable[[], float]

    @property
    def letters(self) -> dict[str, str]:
        """The letter above each column of this file."""
        return {code: letter(position) for position, code in enumerate(self.columns)}

    def rows(self) -> Iterator[Row]:
        """Each row's number (the heading is 1) and filled cells; empty rows are left out."""
        width = len(self.columns)
        for number, cells in enumerate(self.source, start=2):
            if number > MOST_ROWS:
                raise Unreadable(_("The file has too many rows. Make two files of it."), row=number)
            filled = {
                column: cell
                for column, cell in zip(self.columns, cells, strict=False)
                if cell is not None and cell != ""
            }
            self._refuse_strange_cells(number, filled)
            for position in range(width, len(cells)):
                if cells[position] not in (None, ""):
                    text = _("This cell stands under no heading.")
                    self._refuse(number, position, cells[position], text)
            if filled:
                yield number, filled

    def _refuse_strange_cells(self, number: int, filled: dict[str, Any]) -> None:
        for column, cell in filled.items():
            if isinstance(cell, str):
                strange = cell[0] == "=" or (cell[0] == "#" and cell in SPREADSHEET_ERRORS)
            else:
                strange = not isinstance(cell, PLAIN)
            if strange:
                text = _("A formula: put its value instead.")
                if isinstance(cell, str) and cell[0] == "#":
                    text = _("An error of the spreadsheet: put a value instead.")
                self._refuse(number, self.columns.index(column), cell, text)

    def _refuse(self, number: int, position: int, value: Any, text: str) -> None:
        known = position < len(self.columns)
        code = self.columns[position] if known else ""
        raise Unreadable(text, row=number, column=code, letter=letter(position), value=str(value))


def open_table(file: BinaryIO, name: str) -> Table:
    """Open a file of cases; `name` decides whether it is read as CSV or as XLSX.

    Raises `Unreadable` with the row and column where reading fails.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size == 0:
        raise Unreadable(_("The file is empty."))
    if size > MOST_BYTES:
        raise Unreadable(
            _("The file is larger than %(most)d MB. Make two files of it.")
            % {"most": MOST_BYTES // 1024 // 1024}
        )
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "xlsx":
        return _open_xlsx(file)
    if ending in ("csv", "txt"):
        return _open_csv(file, size)
    raise Unreadable(_("Only .xlsx and .csv can be read. Save the file as one of these."))


# -- CSV ---------------------------------------------------------------------------------


def _open_csv(file: BinaryIO, size: int) -> Table:
    start = file.read(4096)
    file.seek(0)
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Unreadable(_("This is a spreadsheet with the wrong ending. Save it as .xlsx."))
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in start:
        raise Unreadable(_("This file is not UTF-8. Save it as “CSV UTF-8”."))
    heading = start.decode("utf-8-sig", errors="ignore").splitlines()[:1]
    delimiter = max(DELIMITERS, key=(heading or [""])[0].count)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    lines = _csv_rows(text, file, delimiter)
    columns = _columns(next(lines, []))
    return Table(columns, lines, lambda: _position(file) / size)


def _position(file: BinaryIO) -> int:
    return 0 if file.closed else file.tell()


def _csv_rows(text: io.TextIOWrapper, file: BinaryIO, delimiter: str) -> Iterator[list[str]]:
    number = 0
    try:
        for cells in csv.reader(text, delimiter=delimiter, strict=True):
            number += 1
            yield cells
    except UnicodeDecodeError:
        raise _not_utf8(file, delimiter) from None
    except csv.Error:
        raise Unreadable(
            _("A quotation mark is opened or closed in the wrong place."), row=number + 1
        ) from None
    finally:
        text.detach()


def _not_utf8(file: BinaryIO, delimiter: str) -> Unreadable:
    """Find the first line that is not UTF-8, and the column in it."""
    file.seek(0)
    number = 0
    for number, line in enumerate(file, 1):
        try:
            line.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = line[: error.start].decode("utf-8", errors="ignore")
            position = len(next(csv.reader([before], delimiter=delimiter), [""])) - 1
            return Unreadable(
                _("This file is not UTF-8. Save it as “CSV UTF-8”."),
                row=number,
                letter=letter(max(position, 0)),
                value=line.decode("latin-1").split(delimiter)[max(position, 0)],
            )
    return Unreadable(_("This file is not UTF-8. Save it as “CSV UTF-8”."), row=number)


# -- XLSX --------------------------------------------------------------------------------


def _open_xlsx(file: BinaryIO) -> Table:
    try:
        _refuse_bombs(file)
        book = load_workbook(file, read_only=True, keep_links=False)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise Unreadable(_("This file is damaged or is no spreadsheet (.xlsx).")) from None
    names = book.sheetnames
    if SHEET not in names and len(names) > 1:
        raise Unreadable(
            _("The sheet “%(sheet)s” is missing. The file has: %(found)s.")
            % {"sheet": SHEET, "found": ", ".join(names[:5])}
        )
    sheet = book[SHEET] if SHEET in names else book.worksheets[0]
    total = max(sheet.max_row or 0, 1)
    progress = {"row": 0}
    lines = _xlsx_rows(sheet, progress)
    columns = _columns(next(lines, []))
    return Table(columns, lines, lambda: min(1.0, progress["row"] / total))


def _xlsx_rows(sheet: Any, progress: dict[str, int]) -> Iterator[Sequence[Any]]:
    sheet.reset_dimensions()
    try:
        for cells in sheet.iter_rows(values_only=True):
            progress["row"] += 1
            yield cells
    except (zipfile.BadZipFile, ValueError, KeyError, SyntaxError):
        raise Unreadable(
            _("This file is damaged or is no spreadsheet (.xlsx)."), row=progress["row"] + 1
        ) from None


def _refuse_bombs(file: BinaryIO) -> None:
    """A small archive can unpack to more than the memory holds."""
    with zipfile.ZipFile(file) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    file.seek(0)
    if unpacked > MOST_UNPACKED_BYTES:
        raise Unreadable(_("This spreadsheet is too large when unpacked. Make two files of it."))


# -- headings ----------------------------------------------------------------------------


def _columns(heading: Sequence[Any]) -> tuple[str, ...]:
    """The codes of the heading; refuses what is unknown, double or missing."""
    found = ["" if cell is None else str(cell).strip().lower() for cell in heading]
    while found and not found[-1]:
        found.pop()
    if len(found) > MOST_COLUMNS:
        raise Unreadable(_("The file has too many columns."))
    for position, code in enumerate(found):
        if code not in CODES:
            raise Unreadable(
                _unknown(code), letter=letter(position), value=str(heading[position] or "")
            )
        if code in found[:position]:
            raise Unreadable(
                _("This heading stands here twice."), column=code, letter=letter(position)
            )
    if "record" not in found:
        raise Unreadable(_("The heading “record” is missing. Start from the template."))
    return tuple(found)


def _unknown(code: str) -> str:
    near = get_close_matches(code, CODES, n=1)
    if near:
        return _("This heading is not known. Is “%(near)s” meant?") % {"near": near[0]}
    return _("This heading is not known. The template has all headings.")
