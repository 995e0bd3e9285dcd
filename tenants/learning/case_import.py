"""What the import of existing cases makes of learning: trainings and volunteering."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from tenants.families.case_import import cells
from tenants.families.case_import.book import Book, Change, Known, Refused, Row
from tenants.families.case_import.kinds import Cell, ImportKind, kinds
from tenants.families.case_import.rules import check_days, check_text
from tenants.families.case_import.targets import Target
from tenants.learning.models import TrainingParticipation, Volunteering
from tenants.learning.models.training import HOURS_AT_MOST


class TrainingKind(ImportKind):
    code = "training"
    label = _("Trainings")
    about = _("At your site or elsewhere.")
    order = 120
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "until": Cell(cells.Day(), about=_("The last day; empty while it goes on.")),
        "kind": Cell(choices=lambda site: site.choices("training_kinds"), needed=True),
        "hours": Cell(cells.Number(0, HOURS_AT_MOST, decimals=1), about=_("Hours in all.")),
        "text": Cell(cells.Text(200), about=_("The name of the training.")),
        "outcome": Cell(
            cells.yes_no, about=_("Completed: yes or no; only with a last day. Empty: unknown.")
        ),
    }
    targets: ClassVar = (
        Target(
            TrainingParticipation,
            (
                "own_reference",
                "family_id",
                "guardian_id",
                "kind",
                "title",
                "started_on",
                "ended_on",
                "hours",
                "completed",
                "recorded_by_name",
            ),
            action="learning.training_recorded",
        ),
    )
    stored: ClassVar = {
        "person": "guardian__own_reference",
        "on": "started_on",
        "until": "ended_on",
        "kind": "kind",
        "hours": "hours",
        "text": "title",
        "outcome": "completed",
    }
    closing: ClassVar = {"until": "ended_on", "outcome": "completed", "hours": "hours"}

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        self._check(row, book)
        values = (
            row.cells["reference"],
            guardian.family,
            guardian.pk,
            row.cells["kind"],
            row.get("text", ""),
            row.cells["on"],
            row.get("until"),
            row.get("hours"),
            row.get("outcome"),
            book.by.name,
        )
        book.create(self.targets[0], values, guardian.family)

    def close(self, row: Row, known: Known, book: Book) -> None:
        guardian = book.guardian_of(row)
        self._check(row, book)
        if row.get("until") is None:
            raise Refused("until", _("Fill in the last day too."))
        values = {
            "ended_on": row.cells["until"],
            "completed": row.get("outcome"),
            "hours": row.get("hours", known.cells["hours"]),
        }
        change = Change(known.pk, guardian.family, "learning.training_completed", values)
        book.change(self.targets[0], change)

    @staticmethod
    def _check(row: Row, book: Book) -> None:
        check_days(row, book)
        check_text(row)
        if row.get("outcome") is not None and row.get("until") is None:
            raise Refused("outcome", _("Whether it was completed is known after the last day."))


class VolunteeringKind(ImportKind):
    code = "volunteering"
    label = _("Volunteering")
    about = _("From the first day to the last.")
    order = 125
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "person": Cell(cells.reference, needed=True),
        "on": Cell(cells.Day(), needed=True),
        "until": Cell(cells.Day(), about=_("The last day; empty while it goes on.")),
        "text": Cell(cells.Text(200), about=_("The organisation.")),
    }
    targets: ClassVar = (
        Target(
            Volunteering,
            (
                "own_reference",
                "family_id",
                "guardian_id",
                "organisation",
                "started_on",
                "ended_on",
                "recorded_by_name",
            ),
            action="learning.volunteering_recorded",
        ),
    )
    stored: ClassVar = {
        "person": "guardian__own_reference",
        "on": "started_on",
        "until": "ended_on",
        "text": "organisation",
    }
    closing: ClassVar = {"until": "ended_on"}

    def create(self, row: Row, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        check_text(row)
        values: tuple[Any, ...] = (
            row.cells["reference"],
            guardian.family,
            guardian.pk,
            row.get("text", ""),
            row.cells["on"],
            row.get("until"),
            book.by.name,
        )
        book.create(self.targets[0], values, guardian.family)

    def close(self, row: Row, known: Known, book: Book) -> None:
        guardian = book.guardian_of(row)
        check_days(row, book)
        values = {"ended_on": row.cells["until"]}
        change = Change(known.pk, guardian.family, "learning.volunteering_ended", values)
        book.change(self.targets[0], change)


def register_kinds() -> None:
    """Called from `ready()`."""
    for kind in (TrainingKind(), VolunteeringKind()):
        kinds.register(kind)
