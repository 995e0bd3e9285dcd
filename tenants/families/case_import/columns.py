"""The columns of the template: one flat table, one row for each thing that happened.

The headings are codes and the same in every language, so that a file made in Wattrelos means
the same in Kent; the guide beside them explains each in the reader's language. Which columns a
record uses, and what they mean there, its kind says (`tenants.families.case_import.kinds`).
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.sites.vocabulary import VOCABULARY, Kind

#: Not asked but computed from birth dates, so not in the file.
COMPUTED = frozenset({"youngest_child_age_months", "number_of_children", "parent_age_years"})
ANSWERS = tuple(code for code in VOCABULARY if code not in COMPUTED)
SHEET = "cases"
GUIDE_SHEET = "guide"


@dataclass(frozen=True)
class Column:
    """One column: its heading in the file, and what it is for."""

    code: str
    label: Any
    about: Any


OWN = (
    Column("record", _("What this row tells"), _("One of the records of the guide.")),
    Column(
        "reference",
        _("Your own number of this row"),
        _("Unique for each kind of record. By it the import knows what it has seen before."),
    ),
    Column("family", _("Your number of the family"), _("As in the reference of a family row.")),
    Column(
        "person",
        _("Your number of the parent or child"),
        _("As in the reference of a parent row; for an attendance, of a child row."),
    ),
    Column("on", _("Day"), _("When it happened or began: 2020-02-29 or 29/02/2020.")),
    Column("until", _("Last day"), _("Empty as long as it goes on.")),
    Column("kind", _("Which kind"), _("A code; the guide lists those of your site.")),
    Column("outcome", _("What came of it"), _("A code; the guide lists them for each record.")),
    Column("hours", _("Hours"), _("Work: hours a week. Training: hours in all.")),
    Column("text", _("Text"), _("The name of a training or an organisation, or a note.")),
    Column("coach", _("Family coach"), _("E-mail address of the account, or the name.")),
    Column("captured", _("How you know"), _("Empty: the usual way of your site.")),
    Column("first_name", _("First name"), ""),
    Column("last_name", _("Family name"), ""),
    Column("birth_date", _("Date of birth"), _("2018-05-17 or 17/05/2018.")),
    Column("sex", _("Sex"), _("As the person says it.")),
    Column("postcode", _("Postcode"), ""),
    Column("phone", _("Telephone"), ""),
    Column("email", _("E-mail address"), ""),
)


def _answer_column(code: str) -> Column:
    attribute = VOCABULARY[code]
    return Column(code, attribute.label, attribute.question)


COLUMNS = (*OWN, *(_answer_column(code) for code in ANSWERS))
CODES = tuple(column.code for column in COLUMNS)
BY_CODE = {column.code: column for column in COLUMNS}


def letter(position: int) -> str:
    """The letters above a column in a spreadsheet; positions count from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def is_yes_no(code: str) -> bool:
    """Is this the column of a question that is answered by yes or no?"""
    return code in VOCABULARY and VOCABULARY[code].kind == Kind.YES_NO
