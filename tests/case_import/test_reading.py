"""Files as people really have them: spreadsheets, semicolons, other encodings, formulas."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from tenants.families.case_import import reading
from tenants.families.case_import.columns import CODES, letter
from tenants.families.case_import.service import import_cases
from tenants.families.models import Family, Guardian
from tenants.guidance.models import WorkSpell
from tests.case_import.files import EVERYTHING, FAMILY, PEOPLE, WORK, csv_file, xlsx_file


@pytest.fixture
def read(coordinator):
    """Import a file and return the outcome."""

    def read(file, name="cases.csv"):
        content = io.BytesIO(file) if isinstance(file, bytes) else file
        return import_cases(file=content, name=name, by=coordinator)

    return read


def test_a_spreadsheet_and_csv_say_the_same(read):
    dry_csv = read(csv_file(EVERYTHING[:3]))
    assert dry_csv.written
    assert not read(xlsx_file(EVERYTHING[:3]), "cases.xlsx").changes_something


def test_a_spreadsheet_is_written_like_csv(read):
    outcome = read(xlsx_file(EVERYTHING), "Cases 2018.XLSX")
    assert (outcome.problems, outcome.written) == ([], True)


def test_days_numbers_and_yes_as_a_spreadsheet_keeps_them(read):
    rows = [*PEOPLE, WORK | {"on": date(2019, 2, 4), "hours": 19.5, "reference": 12.0}]
    outcome = read(xlsx_file(rows), "cases.xlsx")
    assert outcome.problems == []
    assert WorkSpell.objects.get().own_reference == "12"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_commas_semicolons_and_tabs(read, delimiter):
    assert read(csv_file(PEOPLE, delimiter)).written


def test_days_with_the_day_first_and_decimals_with_a_comma(read):
    rows = [*PEOPLE, WORK | {"on": "04/02/2019", "hours": "19,5"}]
    assert read(csv_file(rows, ";")).problems == []
    assert WorkSpell.objects.get().started_on == date(2019, 2, 4)


def test_the_mark_of_a_utf8_file_is_no_part_of_the_heading(read):
    assert read(b"\xef\xbb\xbf" + csv_file(PEOPLE).getvalue()).written


def test_columns_may_stand_in_another_order_and_be_left_out(read):
    heading = ("last_name", "record", "reference")
    assert read(csv_file([FAMILY], heading=heading)).written
    assert Family.objects.get().name == "Smets"


def test_text_over_several_lines_keeps_the_row_numbers_right(read):
    rows = [*PEOPLE, {"record": "referral", "text": "two\nlines"}, {"record": "nothing"}]
    found = {problem.row for problem in read(csv_file(rows)).problems}
    assert found == {5, 6}


def test_accents_arrive_as_they_were(read):
    read(csv_file([FAMILY, PEOPLE[1] | {"first_name": "Gülşen", "last_name": "Yıldız"}]))
    assert Guardian.objects.get().name == "Gülşen Yıldız"


# -- refused as a whole, with the place --------------------------------------------------


def place(outcome):
    (problem,) = outcome.problems
    assert not outcome.written and not Family.objects.exists()
    return problem.row, problem.letter


def test_another_encoding_is_refused_with_row_and_column(read):
    content = csv_file([FAMILY, FAMILY | {"reference": "G2", "last_name": "Créton"}]).getvalue()
    outcome = read(content.decode().encode("latin-1"))
    assert place(outcome) == (3, letter(CODES.index("last_name")))
    assert "UTF-8" in outcome.problems[0].text


def test_utf16_is_refused(read):
    assert "UTF-8" in read("record,reference\n".encode("utf-16")).problems[0].text


def test_an_unknown_heading_is_refused_with_the_nearest(read):
    outcome = read(b"record,referense\nfamily,G1\n")
    assert place(outcome) == (1, "B")
    assert "reference" in outcome.problems[0].text


def test_a_heading_twice_is_refused(read):
    assert place(read(b"record,on,on\n")) == (1, "C")


def test_a_file_without_records_is_refused(read):
    assert "record" in read(b"reference,on\nG1,2020-01-01\n").problems[0].text


@pytest.mark.parametrize("cell", ["=1+1", "#REF!", '=HYPERLINK("http://x")'])
def test_a_formula_is_refused_with_row_and_column(read, cell):
    rows = [FAMILY, FAMILY | {"reference": "G2", "last_name": cell}]
    assert place(read(csv_file(rows))) == (3, letter(CODES.index("last_name")))


def test_a_formula_in_a_spreadsheet_is_refused(read):
    rows = [FAMILY | {"last_name": '=CONCAT("Sm","ets")'}]
    assert place(read(xlsx_file(rows), "cases.xlsx")) == (2, letter(CODES.index("last_name")))


def test_a_cell_under_no_heading_is_refused(read):
    assert place(read(b"record,reference\nfamily,G1,Smets\n")) == (2, "C")


def test_an_open_quotation_mark_is_refused(read):
    assert "quotation" in read(b'record,reference\nfamily,"G1\n').problems[0].text


@pytest.mark.parametrize("name", ["cases.pdf", "cases", "cases.xls", "cases.xlsm"])
def test_other_kinds_of_files_are_refused(read, name):
    assert ".xlsx" in read(csv_file(PEOPLE), name).problems[0].text


def test_an_empty_file_is_refused(read):
    assert place(read(b""))[0] == 1


def test_a_spreadsheet_with_the_wrong_ending_is_refused(read):
    assert place(read(xlsx_file(PEOPLE)))[0] == 1


def test_something_else_called_xlsx_is_refused(read):
    assert place(read(b"PK\x03\x04 no archive", "cases.xlsx"))[0] == 1


def test_a_spreadsheet_without_its_sheet_names_the_sheets(read):
    book = Workbook()
    book.create_sheet("Other")
    file = io.BytesIO()
    book.save(file)
    assert "Other" in read(file, "cases.xlsx").problems[0].text


def test_a_file_that_is_too_large_is_refused(read, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    assert place(read(csv_file(PEOPLE)))[0] == 1


def test_a_spreadsheet_that_would_fill_the_memory_is_refused(read, monkeypatch):
    monkeypatch.setattr(reading, "MOST_UNPACKED_BYTES", 1000)
    assert place(read(xlsx_file(PEOPLE), "cases.xlsx"))[0] == 1


def test_too_many_rows_are_refused(read, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    assert place(read(csv_file(PEOPLE))) == (4, "")


def test_a_spreadsheet_with_a_broken_sheet_is_refused(read):
    broken = io.BytesIO()
    with zipfile.ZipFile(xlsx_file(PEOPLE)) as good, zipfile.ZipFile(broken, "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            bad.writestr(name, content[:200] if "sheet1" in name else content)
    assert not read(broken, "cases.xlsx").written


def test_the_test_file_is_a_real_spreadsheet():
    assert load_workbook(xlsx_file(PEOPLE)).sheetnames == ["cases"]
