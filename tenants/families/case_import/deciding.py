"""The decision after the intake, under the site's own rules.

A decision is never taken over from a file: the rules of that day decide again on the answers of
that day, with their reasons, as they would have on the screen. If the file says what was decided
then, both must agree.
"""

import json
from datetime import date
from typing import Any, ClassVar, NamedTuple

from django.utils.translation import gettext_lazy as _

from core.sites.criteria import Outcome
from core.ui.formats import plain_date
from tenants.families.ages import computed_answers
from tenants.families.case_import import cells
from tenants.families.case_import.admission import (
    look_up_situations,
    situation_on,
)
from tenants.families.case_import.book import Book, Change, Known, Person, Refused, Row
from tenants.families.case_import.kinds import Cell, ImportKind
from tenants.families.case_import.people import CHILDREN_BORN, look_up_births
from tenants.families.case_import.rules import check_days, check_text
from tenants.families.case_import.targets import Target
from tenants.families.eligibility import Assessment, assess_under
from tenants.families.enums import NextStep
from tenants.families.models import Decision

DECISIONS = "families.decisions"
NEXT_STEPS = "families.next_steps"


class Decided(NamedTuple):
    """What was decided for a parent, as far as the following steps have to know."""

    on: date
    pk: int
    outcome: str
    target_group: str


def _next_steps(book: Book, count: int) -> list[str]:
    steps = book.shelf.get(NEXT_STEPS, {})
    return [str(steps.get(-number, NextStep.NONE.value)) for number in range(1, count + 1)]


class DecisionKind(ImportKind):
    code = "decision"
    label = _("Decisions")
    about = _(
        "Your rules of that day decide again, on the intake. Recognised by the parent and the day."
    )
    order = 60
    cells: ClassVar = {
        "reference": Cell(cells.reference, about=_("Not kept.")),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "outcome": Cell(
            choices=lambda site: dict(Outcome.choices),
            about=_("What was decided then; it must agree with your rules. Empty: not checked."),
        ),
        "text": Cell(cells.Text(2000), about=_("A remark.")),
        "coach": Cell(cells.Text(150), about=_("Who decided.")),
    }
    targets: ClassVar = (
        Target(
            Decision,
            (
                "family_id",
                "guardian_id",
                "decided_on",
                "outcome",
                "target_group",
                "configuration_number",
                "configuration_checksum",
                "answers",
                "explanation",
                "decided_by_name",
                "reason",
            ),
            action="families.decided",
            late={"next_step": _next_steps},
        ),
    )
    stored: ClassVar = {"outcome": "outcome", "text": "reason"}

    def identity(self, row: Row) -> Any:
        return (row.cells["person"], row.cells["on"])

    def gather(self, rows: Any, book: Book) -> None:
        super().gather(rows, book)
        look_up_situations(book, rows)
        look_up_decisions(book, rows)
        look_up_births(book, _families_of(book, rows))

    def known(self, rows: Any, book: Book) -> dict[Any, Known]:
        people = {row.cells["person"] for row in rows}
        days = {row.cells["on"] for row in rows}
        found = Decision.objects.filter(
            guardian__own_reference__in=people, decided_on__in=days
        ).values_list("guardian__own_reference", "decided_on", "pk", *self.stored.values())
        return {
            (person, on): Known(pk, dict(zip(self.stored, stored, strict=True)))
            for person, on, pk, *stored in found
        }

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        check_text(row)
        on = row.cells["on"]
        answers = _answers(book, guardian, on)
        assessment = assess_under(book.site.version_on(on), answers)
        _refuse_disagreement(row, assessment)
        values = (
            guardian.family,
            guardian.pk,
            on,
            assessment.outcome.value,
            assessment.target_group,
            assessment.configuration_number,
            assessment.configuration_checksum,
            json.dumps(answers),
            json.dumps(assessment.as_json()),
            row.get("coach") or book.by.name,
            row.get("text", ""),
        )
        number = book.create(self.targets[0], values, guardian.family)
        decided = Decided(on, number, assessment.outcome.value, assessment.target_group)
        note_decision(book, guardian.pk, decided)


def _families_of(book: Book, rows: Any) -> list[int]:
    people = (book.guardians.person(row.cells["person"]) for row in rows)
    return [person.family for person in people if person and person.family > 0]


def _answers(book: Book, guardian: Person, on: date) -> dict[str, Any]:
    """Every attribute as known on a day; refuses a decision without an intake before it."""
    stored = situation_on(book, guardian.pk, on)
    if stored is None:
        raise Refused("on", _("There is no intake of this parent up to this day. Add its row."))
    born = book.shelf.get(CHILDREN_BORN, {}).get(guardian.family, ())
    return {**stored, **computed_answers(guardian.birth_date, born, on)}


def _refuse_disagreement(row: Row, assessment: Assessment) -> None:
    said = row.get("outcome")
    if said is None or said == assessment.outcome:
        return
    reasons = "; ".join(str(group.explanation) for group in assessment.groups)
    raise Refused(
        "outcome",
        _("Your rules of that day say something else. %(reasons)s"),
        _("correct the answers of the intake, or leave this cell empty"),
        reasons=reasons,
    )


def note_decision(book: Book, guardian: int, decided: Decided) -> None:
    """Remember a decision for the steps after it."""
    book.shelf.setdefault(DECISIONS, {}).setdefault(guardian, []).append(decided)


def look_up_decisions(book: Book, rows: Any) -> None:
    """Note what the site has decided already for the parents of these rows."""
    done = book.shelf.setdefault("families.decisions_looked_up", set())
    numbers = {book.guardians.number_of(row.cells["person"]) for row in rows}
    wanted = {number for number in numbers if number and number > 0} - done
    if not wanted:
        return
    done |= wanted
    steps = book.shelf.setdefault(NEXT_STEPS, {})
    for decision in Decision.objects.filter(guardian_id__in=wanted).order_by("decided_on", "id"):
        steps[decision.pk] = decision.next_step
        decided = Decided(decision.decided_on, decision.pk, decision.outcome, decision.target_group)
        note_decision(book, decision.guardian_id, decided)


def decision_before(row: Row, book: Book, guardian: Person) -> Decided | None:
    """The decision that holds on the day of the row; refuses when it is not "eligible".

    None when nothing was ever decided for this parent: their case began before the site wrote
    decisions down.
    """
    every = book.shelf.get(DECISIONS, {}).get(guardian.pk, ())
    if not every:
        return None
    on = row.cells["on"]
    before = [decided for decided in every if decided.on <= on]
    if not before:
        first = min(decided.on for decided in every)
        raise Refused(
            "on",
            _("The first decision for this parent is of %(day)s, after this day."),
            day=plain_date(first),
        )
    last = max(enumerate(before), key=lambda entry: (entry[1].on, entry[0]))[1]
    if last.outcome != Outcome.ELIGIBLE:
        raise Refused(
            "on", _("The last decision before this day is not “eligible”, so this cannot follow.")
        )
    return last


def take_step(book: Book, guardian: Person, decided: Decided, step: NextStep) -> None:
    """Note what followed on a decision, of this file or of the site."""
    book.shelf.setdefault(NEXT_STEPS, {})[decided.pk] = step.value
    if decided.pk > 0:
        change = Change(decided.pk, guardian.family, "", {"next_step": step.value})
        book.change(DecisionKind.targets[0], change)
