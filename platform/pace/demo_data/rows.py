"""From planned families to rows of the import's template, and to a file."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from pace.demo_data.lives import Entry, Family, Parent, Spell, children_of, parents_of
from tenants.families.case_import.columns import CODES

Row = dict[str, Any]


def rows_of(families: list[Family], *, prefix: str = "") -> Iterator[Row]:
    """Every row, people first. `prefix` keeps the numbers of attendances of two files apart.

    A family without a reference stands for people who are known already: it gives no rows of
    its own.
    """
    for family in families:
        yield from _people(family) if family.reference else ()
    for parent in parents_of(families):
        for number, entry in enumerate(parent.entries, 1):
            yield from _entry(parent, entry, number)
    for parent in parents_of(families):
        yield from _spells(parent)
    yield from _attendances(families, prefix)


def _people(family: Family) -> Iterator[Row]:
    yield {
        "record": "family",
        "reference": family.reference,
        "last_name": family.name,
        "postcode": family.postcode,
        "phone": family.phone,
        "email": family.email,
        "residence_lau": family.residence,
        "household_language": family.language,
        "text": family.project,
    }
    for record, people in (("parent", family.parents), ("child", family.children)):
        for person in people:
            yield {
                "record": record,
                "reference": person.reference,
                "family": family.reference,
                "first_name": person.first_name,
                "last_name": person.last_name,
                "birth_date": person.born,
                "sex": person.sex,
            }


def _entry(parent: Parent, entry: Entry, number: int) -> Iterator[Row]:
    person = {"person": parent.reference}
    yield person | {
        "record": "referral",
        "reference": f"{parent.reference}-R{number}",
        "on": entry.referred_on,
        "kind": entry.referrer,
        "text": entry.note,
    }
    if entry.intake_on:
        yield person | {"record": "intake", "on": entry.intake_on} | entry.answers
    if entry.decided_on:
        yield person | {"record": "decision", "on": entry.decided_on, "outcome": entry.outcome}
    if entry.waiting:
        yield _spell("waiting", parent, entry.waiting, "")
    if entry.guidance:
        yield _spell("guidance", parent, entry.guidance, f"{parent.reference}-T{number}")


def _spells(parent: Parent) -> Iterator[Row]:
    for record, letter, spells in (
        ("contact", "C", parent.contacts),
        ("training", "L", parent.trainings),
        ("work", "W", parent.work),
        ("volunteering", "V", parent.volunteering),
    ):
        for number, spell in enumerate(spells, 1):
            yield _spell(record, parent, spell, f"{parent.reference}-{letter}{number}")


def _spell(record: str, parent: Parent, spell: Spell, reference: str) -> Row:
    return {
        "record": record,
        "reference": spell.reference or reference,
        "person": parent.reference,
        "on": spell.on,
        "until": spell.until,
        "kind": spell.kind,
        "outcome": spell.outcome,
        "hours": spell.hours,
        "text": spell.text,
        "coach": spell.coach,
    }


def _attendances(families: list[Family], prefix: str) -> Iterator[Row]:
    came = sorted(
        (on, part, child.reference)
        for child in children_of(families)
        for on, part in child.attended
    )
    for number, (on, part, child) in enumerate(came, 1):
        yield {
            "record": "attendance",
            "reference": f"{prefix}A{number:05d}",
            "person": child,
            "on": on,
            "kind": part,
        }


def as_csv(rows: Iterator[Row]) -> bytes:
    """The rows as a file of the template: UTF-8, comma, one line end on every machine."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CODES)
    for row in rows:
        writer.writerow([_written(row.get(code)) for code in CODES])
    return text.getvalue().encode()


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
