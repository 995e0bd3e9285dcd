"""Figures in files: harmless in spreadsheets, complete, in the reader's language."""

import csv
import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from tenants.reporting.export import as_csv, as_xlsx, harmless, rows
from tenants.reporting.figures import configuration_of, figures
from tenants.reporting.periods import Period
from tenants.reporting.words import CategoryWords
from tests.reporting.cast import day


@pytest.fixture
def table(history):
    period = Period(None, day("2020-06-30"))
    return rows(figures(period).values(), CategoryWords(configuration_of(period)))


def test_every_figure_comes_with_its_meaning(table):
    referred = next(row for row in table if row[0] == "referred")
    assert referred[1:] == [
        "Referred",
        "parents",
        "since the beginning",
        "2020-06-30",
        "total",
        "",
        30,
    ]


def test_it_speaks_the_readers_language(history):
    period = Period(None, day("2020-06-30"))
    with translation.override("fr"):
        table = rows(figures(period).values(), CategoryWords(configuration_of(period)))
    assert "Orientés" in {row[1] for row in table}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_text_never_becomes_a_formula(start):
    evil = f'{start}HYPERLINK("http://bad.example")'
    assert harmless(evil) == f"'{evil}"
    sheet = load_workbook(io.BytesIO(as_xlsx([[evil]]))).active
    assert sheet["A1"].data_type == "s"
    assert as_csv([[evil]]).decode("utf-8-sig").lstrip('"').startswith("'")


def test_numbers_stay_numbers(table):
    sheet = load_workbook(io.BytesIO(as_xlsx(table))).active
    assert {cell.data_type for cell in sheet["H"][1:]} == {"n"}


def test_csv_is_read_back_as_it_was_written(table):
    text = as_csv(table).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert len(read) == len(table)
    assert read[0][0] == "Code"
