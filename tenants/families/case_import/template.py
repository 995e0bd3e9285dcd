"""The template to download: an empty sheet "cases" and, in a spreadsheet, the guide to it.

The headings are the same everywhere; the guide is in the reader's language and holds the codes
of the reader's own site. Both are made from what the kinds of records declare, so that they
cannot say something else than the import does.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from core.sites.vocabulary import VOCABULARY, CodesAttribute, IntervalAttribute, YesNoAttribute
from tenants.families.case_import.columns import ANSWERS, BY_CODE, CODES, GUIDE_SHEET, SHEET
from tenants.families.case_import.kinds import Cell, ImportKind, Kinds, kinds
from tenants.families.case_import.site_rules import SiteRules


@dataclass(frozen=True)
class GuideLine:
    """One column as one kind of record uses it."""

    column: str
    needed: bool
    about: str
    codes: list[tuple[str, str]]


@dataclass(frozen=True)
class GuideRecord:
    """One kind of record with its columns."""

    code: str
    label: str
    about: str
    lines: list[GuideLine]
    answers: bool


def guide(today: date | None = None, register: Kinds = kinds) -> list[GuideRecord]:
    """What every kind of record means, for the active site and in the active language."""
    site = SiteRules(today or timezone.localdate())
    return [_record(kind, site) for kind in register.in_order()]


def _record(kind: ImportKind, site: SiteRules) -> GuideRecord:
    own = {code: cell for code, cell in kind.cells.items() if code not in ANSWERS}
    asked = [code for code in kind.cells if code in ANSWERS]
    many = len(asked) > 2
    if not many:
        own |= {code: kind.cells[code] for code in asked}
    lines = [_line(code, own[code], site) for code in CODES if code in own]
    return GuideRecord(kind.code, str(kind.label), str(kind.about), lines, answers=many)


def _line(code: str, cell: Cell, site: SiteRules) -> GuideLine:
    column = BY_CODE[code]
    about = str(cell.about or column.about or column.label)
    codes = [(key, str(label)) for key, label in cell.choices(site).items()] if cell.choices else []
    return GuideLine(code, cell.needed, about, codes)


@dataclass(frozen=True)
class GuideAnswer:
    """One question of the intake, with what may be answered."""

    column: str
    question: str
    allowed: str
    codes: list[tuple[str, str]]


def guide_answers() -> list[GuideAnswer]:
    """The columns of answers."""
    return [_answer(code) for code in ANSWERS]


def _answer(code: str) -> GuideAnswer:
    attribute = VOCABULARY[code]
    codes: list[tuple[str, str]] = []
    allowed = _("one of the codes")
    match attribute:
        case YesNoAttribute():
            allowed = _("yes or no; empty is unknown")
        case IntervalAttribute():
            words = _("a whole number from %(lowest)d to %(highest)d")
            allowed = words % {"lowest": attribute.lowest, "highest": attribute.highest}
        case CodesAttribute():
            codes = [(key, str(label)) for key, label in attribute.choices()]
    return GuideAnswer(code, str(attribute.question), str(allowed), codes)


def as_csv() -> bytes:
    """An empty file with the headings, in UTF-8 with the mark that spreadsheets look for."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(CODES)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def as_xlsx() -> bytes:
    """The spreadsheet: the sheet to fill in, and the guide beside it."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": _("Existing cases")})
        _cases_sheet(book)
        _guide_sheet(book)
    return file.getvalue()


def _cases_sheet(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet(SHEET)
    head = book.add_format({"bold": True, "bottom": 1})
    text = book.add_format({"num_format": "@"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for place, code in enumerate(CODES):
        look = day if code in ("on", "until", "birth_date") else text
        sheet.set_column(place, place, max(11, len(code) + 2), None if code == "hours" else look)
        sheet.write_string(0, place, code, head)
        sheet.write_comment(0, place, str(BY_CODE[code].label))
    sheet.freeze_panes(1, 2)
    records = [kind.code for kind in kinds.in_order()]
    sheet.data_validation(1, 0, 1_048_575, 0, {"validate": "list", "source": records})


def _guide_sheet(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet(GUIDE_SHEET)
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "record": book.add_format({"bold": True, "top": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for place, width in enumerate((16, 22, 12, 60, 60)):
        sheet.set_column(place, place, width)
    for row, (look, cells) in enumerate(_guide_rows()):
        for place, cell in enumerate(cells):
            sheet.write_string(row, place, cell, looks[look])
    sheet.freeze_panes(1, 0)


def _guide_rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "head", (_("record"), _("column"), _("needed"), _("what it means"), _("codes"))
    for entry in guide():
        about = f"{entry.label}. {entry.about}"
        yield "record", (entry.code, "", "", about, "")
        for line in entry.lines:
            needed = _("yes") if line.needed else ""
            yield "text", (entry.code, line.column, needed, line.about, _listed(line.codes))
    for answer in guide_answers():
        codes = _listed(answer.codes) or answer.allowed
        yield "text", ("intake", answer.column, "", answer.question, codes)


def _listed(codes: list[tuple[str, Any]]) -> str:
    return "\n".join(f"{code} = {label}" for code, label in codes)
