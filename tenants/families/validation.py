"""What is checked of a family's details, one by one: by the services, and in bulk by the import.

Each check returns the messages by field, empty when all is well. A message says what is wrong,
which rule says so, and how to go on. Field names are dotted ("parent.birth_date").
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.sites.vocabulary import VOCABULARY
from core.ui.formats import plain_date
from tenants.families.ages import full_years
from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.enums import Sex
from tenants.families.identity_numbers import holds_identity_number
from tenants.families.models.situation import COMPUTED

Messages = dict[str, list[str]]

YOUNGEST_PARENT = 12  # years
ADULT = 18  # years
EARLIEST = date(1900, 1, 1)
PHONE = re.compile(r"\+?[0-9 ()./-]{6,29}")
POSTCODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{1,11}")


class Findings:
    """Messages by field, collected over several checks."""

    def __init__(self) -> None:
        self.messages: Messages = {}

    def add(self, field: str, message: str) -> None:
        self.messages.setdefault(field, []).append(message)

    def within(self, prefix: str, messages: Mapping[str, Iterable[str]]) -> None:
        """Take over messages about a part: "birth_date" of prefix "parent"."""
        for field, texts in messages.items():
            for text in texts:
                self.add(f"{prefix}.{field}" if prefix else field, text)

    def refuse_if_any(self) -> None:
        """Raise ValidationError with the messages by field, if there are any."""
        if self.messages:
            raise ValidationError(self.messages)


def check_family(family: FamilyDetails) -> Messages:
    """Messages on the family's own details."""
    found = Findings()
    if not family.name:
        found.add("name", _("Fill in the family's name."))
    if family.phone and not PHONE.fullmatch(family.phone):
        found.add(
            "phone",
            _("A telephone number has digits and perhaps a + in front, such as +32 475 12 34 56."),
        )
    if family.postcode and not POSTCODE.fullmatch(family.postcode):
        found.add("postcode", _("A postcode has letters and digits only, such as 2800."))
    if family.email:
        _check_email(found, family.email)
    for field in ("residence_lau", "household_language"):
        answer = getattr(family, field)
        if answer and not VOCABULARY[field].accepts(answer):
            found.add(field, _("Choose from the list."))
    return found.messages


def _check_email(found: Findings, email: str) -> None:
    try:
        validate_email(email)
    except ValidationError:
        found.add("email", _("An e-mail address looks like name@example.org."))


def check_person(person: PersonDetails, *, on: date) -> Messages:
    """Messages on somebody's name, sex and birth date, as of a day."""
    found = Findings()
    if not person.first_name:
        found.add("first_name", _("Fill in the first name."))
    if not person.last_name:
        found.add("last_name", _("Fill in the family name."))
    if person.sex not in Sex.values:
        found.add("sex", _("Choose from the list."))
    if person.birth_date is not None and person.birth_date > on:
        found.add(
            "birth_date",
            _("The date of birth lies in the future. Check the year, or leave it empty."),
        )
    if person.birth_date is not None and person.birth_date < EARLIEST:
        found.add("birth_date", _("The date of birth lies before 1900. Check the year."))
    return found.messages


def check_parent(parent: PersonDetails, *, on: date) -> Messages:
    """Messages on a parent."""
    found = Findings()
    found.within("", check_person(parent, on=on))
    born = parent.birth_date
    if not found.messages and born is not None and full_years(born, on) < YOUNGEST_PARENT:
        text = _(
            "A parent is at least %(years)s years old. Check the year, or register the child below."
        )
        found.add("birth_date", text % {"years": YOUNGEST_PARENT})
    return found.messages


def check_child(child: PersonDetails, *, parent_born: date | None, on: date) -> Messages:
    """Messages on a child of a parent."""
    found = Findings()
    found.within("", check_person(child, on=on))
    born = child.birth_date
    if found.messages or born is None:
        return found.messages
    if full_years(born, on) >= ADULT:
        text = _("A child is under %(years)s years old. Leave grown-up children out.")
        found.add("birth_date", text % {"years": ADULT})
    elif parent_born is not None and full_years(parent_born, born) < YOUNGEST_PARENT:
        text = _("The parent was born on %(date)s, too late for this child. Check both dates.")
        found.add("birth_date", text % {"date": plain_date(parent_born)})
    return found.messages


def check_day(day: date | None, *, today: date, not_before: date | None = None) -> list[str]:
    """Messages on the day of an event: it has happened, and not before what it follows on."""
    if day is None:
        return [_("Fill in the date.")]
    if day > today:
        return [_("The date lies in the future. Record it on the day itself, or correct the date.")]
    if day < EARLIEST:
        return [_("The date lies before 1900. Check the year.")]
    if not_before is not None and day < not_before:
        text = _("The date lies before %(date)s, the day it follows on. Check the date.")
        return [text % {"date": plain_date(not_before)}]
    return []


def check_free_text(text: str) -> list[str]:
    """Messages on a free text: a national number has no place in it."""
    if holds_identity_number(text):
        return [
            _(
                "This text holds a national identity number. We may not keep it: take the number "
                "out."
            )
        ]
    return []


def check_answers(answers: Mapping[str, Any]) -> Messages:
    """Messages on answers by attribute code; None is unknown and always right."""
    found = Findings()
    for code, answer in answers.items():
        attribute = VOCABULARY.get(code)
        if attribute is None or code in COMPUTED:
            found.add(code, _("This is not asked at an intake."))
        elif answer is not None and not attribute.accepts(answer):
            found.add(code, _wanted(attribute))
    return found.messages


def _wanted(attribute: Any) -> str:
    """What an attribute accepts, in words."""
    if hasattr(attribute, "lowest"):
        bounds = {"lowest": attribute.lowest, "highest": attribute.highest}
        return _("Give a whole number from %(lowest)s to %(highest)s.") % bounds
    return _("Choose from the list.")
