"""Figures as a file: one row per cell, as CSV or XLSX, with everything that gives it meaning.

A spreadsheet runs a text that begins with = + - or @ as a formula. Labels of groups are
written by people, so every text is made harmless on its way into a file.
"""

import csv
import io
from collections.abc import Iterable

import xlsxwriter
from django.utils.translation import gettext as _

from core.indicators.enums import Dimension
from core.indicators.registry import registry
from tenants.reporting.figures import CountedFigure
from tenants.reporting.words import (
    CategoryWords,
    definitions,
    dimension_label,
    since_when,
    unit_label,
)

Row = list[str | int]
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"  # by which spreadsheets know that a file is UTF-8


def rows(counted: Iterable[CountedFigure], words: CategoryWords) -> list[Row]:
    """A head and one row per figure and category, in the reader's language."""
    known = definitions()
    table: list[Row] = [_head()]
    for figure in counted:
        measure = registry.get(figure.code)
        label = known[figure.code].label if figure.code in known else figure.code
        begin: Row = [
            figure.code,
            label,
            unit_label(figure.unit),
            since_when(figure.kind, figure.scope.start, figure.scope.end),
            figure.scope.end.isoformat(),
        ]
        table.append([*begin, _("total"), "", figure.total])
        for dimension, counts in figure.breakdowns.items():
            by = dimension_label(Dimension(dimension), measure)
            for category, number in sorted(counts.items()):
                table.append([*begin, by, words.label(dimension, category, measure), number])
    return table


def _head() -> Row:
    return [
        _("Code"),
        _("Figure"),
        _("Unit"),
        _("Period"),
        _("As of"),
        _("Divided"),
        _("Category"),
        _("Number"),
    ]


def harmless(text: str | int) -> str | int:
    """A text that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(text, str) and text.startswith(STARTS_A_FORMULA):
        return f"'{text}"
    return text


def as_csv(table: list[Row]) -> bytes:
    """UTF-8 with semicolons, as spreadsheets in our countries expect."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in table)
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def as_xlsx(table: list[Row]) -> bytes:
    """A workbook with one sheet; texts are never formulas or links."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet(_("Figures")[:31])
        bold = book.add_format({"bold": True})
        for number, row in enumerate(table):
            sheet.write_row(
                number, 0, [harmless(cell) for cell in row], bold if not number else None
            )
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return file.getvalue()
