"""The records of how parents come in: referral and intake.

What follows on them, decision and waiting list, stands in `deciding`.
"""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from tenants.families.case_import import cells
from tenants.families.case_import.book import Book, Known, Row
from tenants.families.case_import.columns import ANSWERS
from tenants.families.case_import.kinds import Cell, ImportKind
from tenants.families.case_import.people import first_referrals
from tenants.families.case_import.rules import check_days, check_text
from tenants.families.case_import.targets import Target
from tenants.families.models import Intake, Referral, Situation
from tenants.families.models.situation import STORED

REFERRED = "families.referred_on"
SITUATIONS = "families.situations"


class ReferralKind(ImportKind):
    code = "referral"
    label = _("Referrals")
    about = _("Somebody sent a parent to you, or the parent came without a referrer.")
    order = 40
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "kind": Cell(
            choices=lambda site: site.choices("referrers"), needed=True, about=_("Who referred.")
        ),
        "text": Cell(cells.Text(2000), about=_("A note.")),
    }
    targets: ClassVar = (
        Target(
            Referral,
            ("own_reference", "family_id", "guardian_id", "referred_on", "referrer", "note"),
            action="families.referral_registered",
        ),
    )
    stored: ClassVar = {
        "person": "guardian__own_reference",
        "on": "referred_on",
        "kind": "referrer",
        "text": "note",
    }

    def recall(self, row: Row, known: Known, book: Book) -> None:
        _note_referral(book, book.guardian_of(row).pk, row.cells["on"])

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        check_text(row)
        on = row.cells["on"]
        book.site.version_on(on)  # refuses a day on which the site had not begun
        _note_referral(book, guardian.pk, on)
        first = first_referrals(book)
        first[guardian.family] = min(on, first.get(guardian.family, on))
        values = (
            row.cells["reference"],
            guardian.family,
            guardian.pk,
            on,
            row.cells["kind"],
            row.get("text", ""),
        )
        book.create(self.targets[0], values, guardian.family)


def _note_referral(book: Book, guardian: int, on: date) -> None:
    referred = book.shelf.setdefault(REFERRED, {})
    referred[guardian] = min(on, referred.get(guardian, on))


class IntakeKind(ImportKind):
    """One talk: the answers as they were that day, and that it was held."""

    code = "intake"
    label = _("Intakes")
    about = _(
        "The answers of that day, in the columns on the right; empty is unknown. Recognised by "
        "the parent and the day."
    )
    order = 50
    cells: ClassVar = {
        "reference": Cell(cells.reference, about=_("Not kept.")),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "coach": Cell(cells.Text(150), about=_("Who held the talk.")),
        **{code: Cell(cells.answer_reader(code)) for code in ANSWERS},
    }
    targets: ClassVar = (
        Target(
            Situation,
            (
                "family_id",
                "guardian_id",
                "assessed_on",
                *STORED,
                "not_asked",
                "recorded_by_name",
            ),
        ),
        Target(
            Intake,
            ("family_id", "guardian_id", "held_on", "situation_id", "completed"),
            action="families.intake_recorded",
        ),
    )
    stored: ClassVar = {code: f"situation__{code}" for code in ANSWERS}

    def identity(self, row: Row) -> Any:
        return (row.cells["person"], row.cells["on"])

    def gather(self, rows: Any, book: Book) -> None:
        super().gather(rows, book)
        look_up_situations(book, rows)

    def known(self, rows: Any, book: Book) -> dict[Any, Known]:
        people = {row.cells["person"] for row in rows}
        days = {row.cells["on"] for row in rows}
        found = Intake.objects.filter(
            guardian__own_reference__in=people, held_on__in=days, completed=True
        ).values_list("guardian__own_reference", "held_on", "pk", *self.stored.values())
        return {
            (person, on): Known(pk, dict(zip(self.stored, stored, strict=True)))
            for person, on, pk, *stored in found
        }

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book, not_before=book.shelf.get(REFERRED, {}).get(guardian.pk))
        on = row.cells["on"]
        answers = {code: row.get(code) for code in STORED}
        by = row.get("coach") or book.by.name
        about = (guardian.family, guardian.pk, on)
        situation = book.create(
            self.targets[0], (*about, *answers.values(), [], by), guardian.family
        )
        book.create(self.targets[1], (*about, situation, True), guardian.family)
        note_situation(book, guardian.pk, on, answers)


def note_situation(book: Book, guardian: int, on: date, answers: dict[str, Any]) -> None:
    """Remember what a parent answered on a day, for the decisions after it."""
    book.shelf.setdefault(SITUATIONS, {}).setdefault(guardian, []).append((on, answers))


def situation_on(book: Book, guardian: int, day: date) -> dict[str, Any] | None:
    """The last answers of a parent up to and including a day; None without an intake."""
    told = book.shelf.get(SITUATIONS, {}).get(guardian, ())
    until = [(on, place) for place, (on, _answers) in enumerate(told) if on <= day]
    return told[max(until)[1]][1] if until else None


def look_up_situations(book: Book, rows: Any) -> None:
    """Note what the site knows already of the parents of these rows."""
    done = book.shelf.setdefault("families.situations_looked_up", set())
    numbers = {book.guardians.number_of(row.cells["person"]) for row in rows}
    wanted = {number for number in numbers if number and number > 0} - done
    if not wanted:
        return
    done |= wanted
    for situation in Situation.objects.filter(guardian_id__in=wanted).order_by("assessed_on", "id"):
        note_situation(
            book, situation.guardian_id, situation.assessed_on, situation.stored_answers()
        )
