"""What the import of existing cases makes of guidance: cases, contacts, work.

The same rules as on the screen: guidance of one parent runs once at a time and follows on an
eligible decision; a contact belongs to the case of its day, or to the last one before it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple

from django.utils.translation import gettext_lazy as _

from core.accounts.models import User
from core.sites.enums import Indicator
from core.ui.formats import plain_date
from tenants.families.case_import import cells
from tenants.families.case_import.book import Book, Change, Known, Person, Refused, Row
from tenants.families.case_import.deciding import look_up_decisions
from tenants.families.case_import.kinds import Cell, ImportKind, kinds
from tenants.families.case_import.rules import check_days, check_text
from tenants.families.case_import.targets import Target
from tenants.families.case_import.waiting_list import begin_guidance, look_up_waits
from tenants.guidance.enums import Captured, Reached
from tenants.guidance.models import Case, Contact, WorkSpell
from tenants.guidance.models.work import HOURS_IN_A_WEEK_AT_MOST
from tenants.guidance.permissions import can_be_coach

CASES = "guidance.cases"
COACHES = "guidance.coaches"


class CaseSpan(NamedTuple):
    """When a case ran; a negative number is new in this file."""

    started_on: date
    ended_on: date | None
    pk: int


def look_up_cases(book: Book, rows: Iterable[Row]) -> None:
    """Note the cases that the site knows already of the parents of these rows."""
    done = book.shelf.setdefault("guidance.cases_looked_up", set())
    numbers = {book.guardians.number_of(row.cells["person"]) for row in rows}
    wanted = {number for number in numbers if number and number > 0} - done
    if not wanted:
        return
    done |= wanted
    cases = book.shelf.setdefault(CASES, {})
    found = Case.objects.filter(guardian_id__in=wanted).order_by("started_on", "id")
    for guardian, *span in found.values_list("guardian_id", "started_on", "ended_on", "pk"):
        cases.setdefault(guardian, []).append(CaseSpan(*span))


def _end_and_reason(row: Row) -> tuple[date | None, str]:
    until, reason = row.get("until"), row.get("outcome", "")
    if (until is None) != (reason == ""):
        column = "until" if until is None else "outcome"
        raise Refused(column, _("Give the last day and the reason, or neither."))
    return until, reason


class GuidanceKind(ImportKind):
    code = "guidance"
    label = _("Guidance")
    about = _("Of one parent, from its start to its end. Who comes back has a row for each time.")
    order = 80
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "until": Cell(cells.Day(), about=_("The day guidance ended; empty while it runs.")),
        "outcome": Cell(
            choices=lambda site: site.choices("end_reasons"), about=_("Why guidance ended.")
        ),
        "kind": Cell(
            choices=lambda site: site.target_groups(),
            about=_("The target group. Empty: that of the decision."),
        ),
        "coach": Cell(cells.Text(150)),
    }
    targets: ClassVar = (
        Target(
            Case,
            (
                "own_reference",
                "family_id",
                "guardian_id",
                "coach_id",
                "coach_name",
                "started_on",
                "ended_on",
                "end_reason",
                "target_group",
            ),
            action="guidance.case_started",
        ),
    )
    stored: ClassVar = {
        "person": "guardian__own_reference",
        "on": "started_on",
        "until": "ended_on",
        "outcome": "end_reason",
    }
    closing: ClassVar = {"until": "ended_on", "outcome": "end_reason"}

    def gather(self, rows: Any, book: Book) -> None:
        super().gather(rows, book)
        look_up_cases(book, rows)
        look_up_decisions(book, rows)
        look_up_waits(book, rows)

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        until, reason = _end_and_reason(row)
        on = row.cells["on"]
        self._refuse_overlap(book, guardian, on, until)
        coach, coach_name = _coach(row, book)
        group = begin_guidance(row, book, guardian)
        values = (
            row.cells["reference"],
            guardian.family,
            guardian.pk,
            coach,
            coach_name,
            on,
            until,
            reason,
            row.get("kind", group),
        )
        number = book.create(self.targets[0], values, guardian.family)
        spans = book.shelf.setdefault(CASES, {}).setdefault(guardian.pk, [])
        spans.append(CaseSpan(on, until, number))

    def close(self, row: Row, known: Known, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        until, reason = _end_and_reason(row)
        spans = book.shelf[CASES][guardian.pk]
        place = next(place for place, span in enumerate(spans) if span.pk == known.pk)
        spans[place] = spans[place]._replace(ended_on=until)
        values = {"ended_on": until, "end_reason": reason}
        change = Change(known.pk, guardian.family, "guidance.case_ended", values)
        book.change(self.targets[0], change)

    @staticmethod
    def _refuse_overlap(book: Book, guardian: Person, on: date, until: date | None) -> None:
        """Guidance of one parent runs once at a time; the last day counts as ended."""
        for span in book.shelf.get(CASES, {}).get(guardian.pk, ()):
            before = span.ended_on is not None and span.ended_on <= on
            after = until is not None and until <= span.started_on
            if not (before or after):
                raise Refused(
                    "on",
                    _("Guidance of this parent from %(day)s runs at the same time."),
                    _("days outside the other guidance, or its last day in its own row"),
                    day=plain_date(span.started_on),
                )


def _coach(row: Row, book: Book) -> tuple[int | None, str]:
    """The account and the name of who guides; a name without an account is kept as a name."""
    told = row.get("coach", "")
    if COACHES not in book.shelf:
        book.shelf[COACHES] = {
            key: user
            for user in User.objects.active()
            if can_be_coach(user)
            for key in (user.email, user.name.casefold())
        }
    user = book.shelf[COACHES].get(told.casefold())
    if user is not None:
        return user.pk, user.name
    if "@" in told:
        raise Refused(
            "coach",
            _("No family coach or coordinator of your site has this e-mail address."),
            _("an address of an account, or a name"),
        )
    return None, told


class ContactKind(ImportKind):
    code = "contact"
    label = _("Contacts")
    about = _(
        "Talks and attempts. Each belongs to the guidance of that day, or the last before it."
    )
    order = 100
    defaults: ClassVar = {"outcome": Reached.REACHED.value}
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "kind": Cell(choices=lambda site: site.choices("contact_kinds"), needed=True),
        "outcome": Cell(choices=lambda site: dict(Reached.choices), about=_("Empty: you spoke.")),
        "text": Cell(cells.Text(5000), about=_("The coach's note.")),
        "coach": Cell(cells.Text(150), about=_("Whose contact it was.")),
    }
    targets: ClassVar = (
        Target(
            Contact,
            ("own_reference", "case_id", "on", "kind", "reached", "note", "by_name"),
            action="guidance.contact_recorded",
        ),
    )
    stored: ClassVar = {
        "person": "case__guardian__own_reference",
        "on": "on",
        "kind": "kind",
        "outcome": "reached",
        "text": "note",
    }

    def gather(self, rows: Any, book: Book) -> None:
        super().gather(rows, book)
        look_up_cases(book, rows)

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        check_text(row)
        on = row.cells["on"]
        values = (
            row.cells["reference"],
            self._case(book, guardian, on),
            on,
            row.cells["kind"],
            row.cells["outcome"],
            row.get("text", ""),
            row.get("coach") or book.by.name,
        )
        book.create(self.targets[0], values, guardian.family)

    @staticmethod
    def _case(book: Book, guardian: Person, on: date) -> int:
        begun = [
            span for span in book.shelf.get(CASES, {}).get(guardian.pk, ()) if span.started_on <= on
        ]
        if not begun:
            raise Refused("on", _("Guidance of this parent had not started on this day."))
        return max(begun).pk if len(begun) > 1 else begun[0].pk


def _captures(site: Any) -> dict[str, Any]:
    return dict(Captured.choices)


class WorkKind(ImportKind):
    code = "work"
    label = _("Paid work")
    about = _("From the first day to the last; a new job is a new row.")
    order = 110
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "until": Cell(cells.Day(), about=_("The last day of work; empty while it goes on.")),
        "kind": Cell(choices=lambda site: site.choices("work_kinds"), needed=True),
        "hours": Cell(
            cells.Number(0, HOURS_IN_A_WEEK_AT_MOST, decimals=1), about=_("Hours a week.")
        ),
        "captured": Cell(choices=_captures),
    }
    targets: ClassVar = (
        Target(
            WorkSpell,
            (
                "own_reference",
                "family_id",
                "guardian_id",
                "started_on",
                "ended_on",
                "kind",
                "hours_per_week",
                "captured",
                "recorded_by_name",
            ),
            action="guidance.work_recorded",
        ),
    )
    stored: ClassVar = {
        "person": "guardian__own_reference",
        "on": "started_on",
        "until": "ended_on",
        "kind": "kind",
        "hours": "hours_per_week",
        "captured": "captured",
    }
    closing: ClassVar = {"until": "ended_on"}

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        on = row.cells["on"]
        values = (
            row.cells["reference"],
            guardian.family,
            guardian.pk,
            on,
            row.get("until"),
            row.cells["kind"],
            row.get("hours"),
            row.get("captured") or self._usual_capture(book, on),
            book.by.name,
        )
        book.create(self.targets[0], values, guardian.family)

    def close(self, row: Row, known: Known, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        values = {"ended_on": row.cells["until"]}
        change = Change(known.pk, guardian.family, "guidance.work_ended", values)
        book.change(self.targets[0], change)

    @staticmethod
    def _usual_capture(book: Book, on: date) -> str:
        practice = book.site.on(on).practice.get(Indicator.AT_WORK)
        return practice.capture.value if practice else Captured.COACH.value


def register_kinds() -> None:
    """Called from `ready()`."""
    for kind in (GuidanceKind(), ContactKind(), WorkKind()):
        kinds.register(kind)
