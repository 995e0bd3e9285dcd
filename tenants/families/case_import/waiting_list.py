"""What follows on an eligible decision: guidance starts, or the parent waits for it.

The start itself is a record of guidance (`begin_guidance` holds the families' part of its rule);
the waiting list is judged after it, because a start ends a wait.
"""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from core.ui.formats import plain_date
from tenants.families.case_import import cells
from tenants.families.case_import.book import Book, Change, Known, Person, Refused, Row
from tenants.families.case_import.deciding import (
    NEXT_STEPS,
    decision_before,
    look_up_decisions,
    take_step,
)
from tenants.families.case_import.kinds import Cell, ImportKind
from tenants.families.case_import.rules import check_days
from tenants.families.case_import.targets import Target
from tenants.families.enums import NextStep, WaitingEnd
from tenants.families.models import WaitingEntry

STARTS = "families.starts"
WAITS = "families.waits"


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
    take_step(book, guardian, decided, NextStep.START)
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
            take_step(book, guardian, decided, NextStep.WAITING)
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
