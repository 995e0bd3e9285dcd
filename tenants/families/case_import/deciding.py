"""The records after the intake: the decision under the site's own rules, and the waiting list.

A decision is never taken over from a file: the rules of that day decide again on the answers of
that day, with their reasons, as they would have on the screen. If the file says what was decided
then, both must agree. What starts guidance (`begin_guidance`) is here too, so that guidance and
families hold the same rule.
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
from tenants.families.enums import NextStep, WaitingEnd
from tenants.families.models import Decision, WaitingEntry

DECISIONS = "families.decisions"
NEXT_STEPS = "families.next_steps"
STARTS = "families.starts"
WAITS = "families.waits"


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


def begin_guidance(row: Row, book: Book, guardian: Person) -> str:
    """Guidance of a parent starts with this row; returns the target group of the decision.

    Refuses without an eligible decision, or when guidance has started on it already.
    """
    decided = decision_before(row, book, guardian)
    on = row.cells["on"]
    _end_wait(book, guardian, on)
    book.shelf.setdefault(STARTS, {}).setdefault(guardian.pk, []).append(on)
    if decided is None:
        return ""
    steps = book.shelf.setdefault(NEXT_STEPS, {})
    if steps.get(decided.pk) == NextStep.START:
        raise Refused(
            "on",
            _(
                "Guidance has started on the decision of %(day)s already. Add the rows of the new "
                "intake and decision."
            ),
            day=plain_date(decided.on),
        )
    _take_step(book, guardian, decided, NextStep.START)
    return decided.target_group


def look_up_waits(book: Book, rows: Any) -> None:
    """Note which parents of these rows stand on the waiting list already."""
    done = book.shelf.setdefault("families.waits_looked_up", set())
    numbers = {book.guardians.number_of(row.cells["person"]) for row in rows}
    wanted = {number for number in numbers if number and number > 0} - done
    if not wanted:
        return
    done |= wanted
    waits = book.shelf.setdefault(WAITS, {})
    for entry in WaitingEntry.objects.open().filter(guardian_id__in=wanted):
        waits[entry.guardian_id] = (entry.waiting_since, entry.pk)


def _end_wait(book: Book, guardian: Person, on: date) -> None:
    """Whoever stood on the waiting list before this import leaves it when guidance starts."""
    since, pk = book.shelf.get(WAITS, {}).get(guardian.pk, (None, None))
    if pk is not None and since <= on:
        del book.shelf[WAITS][guardian.pk]
        values = {"ended_on": on, "end_reason": WaitingEnd.STARTED.value}
        book.change(WaitingKind.targets[0], Change(pk, guardian.family, "", values))


def _take_step(book: Book, guardian: Person, decided: Decided, step: NextStep) -> None:
    book.shelf.setdefault(NEXT_STEPS, {})[decided.pk] = step.value
    if decided.pk > 0:
        change = Change(decided.pk, guardian.family, "", {"next_step": step.value})
        book.change(DecisionKind.targets[0], change)


class WaitingKind(ImportKind):
    """Judged after guidance, whose start ends a wait."""

    code = "waiting"
    label = _("Waiting list")
    about = _(
        "Leave the end empty when guidance started: that ends it. Recognised by the parent and "
        "the first day."
    )
    order = 90
    cells: ClassVar = {
        "reference": Cell(cells.reference, about=_("Not kept.")),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "until": Cell(cells.Day()),
        "outcome": Cell(choices=lambda site: dict(WaitingEnd.choices), about=_("Why it ended.")),
    }
    targets: ClassVar = (
        Target(
            WaitingEntry,
            ("family_id", "guardian_id", "waiting_since", "ended_on", "end_reason"),
            action="families.placed_on_waiting_list",
        ),
    )
    stored: ClassVar = {"until": "ended_on", "outcome": "end_reason"}
    closing: ClassVar = {"until": "ended_on", "outcome": "end_reason"}

    def identity(self, row: Row) -> Any:
        return (row.cells["person"], row.cells["on"])

    def gather(self, rows: Any, book: Book) -> None:
        super().gather(rows, book)
        look_up_decisions(book, rows)
        look_up_waits(book, rows)

    def known(self, rows: Any, book: Book) -> dict[Any, Known]:
        people = {row.cells["person"] for row in rows}
        days = {row.cells["on"] for row in rows}
        found = WaitingEntry.objects.filter(
            guardian__own_reference__in=people, waiting_since__in=days
        ).values_list("guardian__own_reference", "waiting_since", "pk", "ended_on", "end_reason")
        return {
            (person, on): Known(pk, {"until": until, "outcome": reason})
            for person, on, pk, until, reason in found
        }

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        until, reason = self._end(row, book, guardian)
        decided = decision_before(row, book, guardian)
        if until is None:
            self._refuse_waiting_twice(row, book, guardian)
        if decided is not None and (
            book.shelf.setdefault(NEXT_STEPS, {}).get(decided.pk) != NextStep.START
        ):
            _take_step(book, guardian, decided, NextStep.WAITING)
        values = (guardian.family, guardian.pk, row.cells["on"], until, reason)
        book.create(self.targets[0], values, guardian.family)

    def close(self, row: Row, known: Known, book: Book) -> None:
        guardian = book.guardian_of(row)
        until, reason = self._end(row, book, guardian)
        if book.shelf[WAITS].pop(guardian.pk, None) is None:
            return  # the start of guidance in this file has ended it
        action = "families.withdrawn_from_waiting_list"
        values = {"ended_on": until, "end_reason": reason}
        book.change(self.targets[0], Change(known.pk, guardian.family, action, values))

    @staticmethod
    def _end(row: Row, book: Book, guardian: Person) -> tuple[date | None, str]:
        check_days(row, book)
        until, reason = row.get("until"), row.get("outcome", "")
        if (until is None) != (reason == ""):
            column = "until" if until is None else "outcome"
            raise Refused(column, _("Give the last day and the reason, or neither."))
        if until is not None:
            return until, reason
        starts = book.shelf.get(STARTS, {}).get(guardian.pk, ())
        after = min((on for on in starts if on >= row.cells["on"]), default=None)
        return (None, "") if after is None else (after, WaitingEnd.STARTED.value)

    @staticmethod
    def _refuse_waiting_twice(row: Row, book: Book, guardian: Person) -> None:
        waits = book.shelf.setdefault(WAITS, {})
        since, _pk = waits.setdefault(guardian.pk, (row.cells["on"], None))
        if since != row.cells["on"]:
            raise Refused(
                "on",
                _("This parent waits already, since %(day)s. Give that row its last day."),
                day=plain_date(since),
            )
