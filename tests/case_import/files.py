"""Small files of cases for the tests."""

import csv
import io
from typing import Any

from openpyxl import Workbook

from tenants.families.case_import.columns import CODES, SHEET

Row = dict[str, Any]

FAMILY: Row = {"record": "family", "reference": "G1", "last_name": "Smets"}
PARENT: Row = {
    "record": "parent",
    "reference": "G1-O1",
    "family": "G1",
    "first_name": "Hanne",
    "birth_date": "1990-04-02",
    "sex": "woman",
}
CHILD: Row = {
    "record": "child",
    "reference": "G1-K1",
    "family": "G1",
    "first_name": "Noor",
    "birth_date": "2018-01-15",
}
REFERRAL: Row = {
    "record": "referral",
    "reference": "T1",
    "person": "G1-O1",
    "on": "2018-09-03",
    "kind": "employment_service",
}
INTAKE: Row = {
    "record": "intake",
    "person": "G1-O1",
    "on": "2018-09-10",
    "residence_lau": "BE-12025",
    "childcare_is_barrier": "yes",
    "willing_to_join": "yes",
}
DECISION: Row = {
    "record": "decision",
    "person": "G1-O1",
    "on": "2018-09-10",
    "outcome": "eligible",
}
GUIDANCE: Row = {
    "record": "guidance",
    "reference": "B1",
    "person": "G1-O1",
    "on": "2018-09-20",
}
ATTENDANCE: Row = {
    "record": "attendance",
    "reference": "A1",
    "person": "G1-K1",
    "on": "2018-10-01",
    "kind": "morning",
}
CONTACT: Row = {
    "record": "contact",
    "reference": "C1",
    "person": "G1-O1",
    "on": "2018-10-02",
    "kind": "home_visit",
}
TRAINING: Row = {
    "record": "training",
    "reference": "L1",
    "person": "G1-O1",
    "on": "2018-11-05",
    "kind": "language",
}
WORK: Row = {
    "record": "work",
    "reference": "W1",
    "person": "G1-O1",
    "on": "2019-02-04",
    "kind": "regular",
    "hours": "19.5",
}
VOLUNTEERING: Row = {
    "record": "volunteering",
    "reference": "V1",
    "person": "G1-O1",
    "on": "2018-12-03",
    "text": "De Keeting",
}

PEOPLE = [FAMILY, PARENT, CHILD]
ADMISSION = [REFERRAL, INTAKE, DECISION]
EVENTS = [GUIDANCE, CONTACT, ATTENDANCE, TRAINING, WORK, VOLUNTEERING]
EVERYTHING = [*PEOPLE, *ADMISSION, *EVENTS]


def csv_file(rows: list[Row], delimiter: str = ",", heading: tuple[str, ...] = CODES) -> io.BytesIO:
    """The rows as a CSV file in UTF-8."""
    text = io.StringIO()
    writer = csv.DictWriter(text, heading, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return io.BytesIO(text.getvalue().encode())


def xlsx_file(rows: list[Row], sheet: str = SHEET) -> io.BytesIO:
    """The rows as a spreadsheet."""
    book = Workbook()
    page = book.active
    page.title = sheet
    page.append(CODES)
    for row in rows:
        page.append([row.get(code) for code in CODES])
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file
