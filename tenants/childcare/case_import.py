"""What the import of existing cases makes of childcare: who came in which day-part.

The same rules as at the door: the day-part was open, the child was of the ages, and where the
site's limit binds no seat is given above it. Seats are given in the order of the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from core.sites.configuration import SiteConfiguration
from core.sites.texts import in_language
from core.ui.formats import short_date
from tenants.childcare.capacity import Capacity
from tenants.childcare.models import Attendance, CareSession
from tenants.families.ages import full_months
from tenants.families.case_import import cells
from tenants.families.case_import.book import Book, KnownOtherwise, Person, Refused, Row
from tenants.families.case_import.kinds import Cell, ImportKind, kinds
from tenants.families.case_import.rules import check_days
from tenants.families.case_import.targets import Target

SESSIONS = "childcare.sessions"


@dataclass(slots=True)
class SessionState:
    """One session while a file is checked: its number, places, who came and which seats went."""

    pk: int
    places: int
    binding: bool
    children: set[int] = field(default_factory=set)
    free: int = 1
    seats: set[int] | None = None

    def take(self) -> int:
        """The lowest free seat."""
        if self.seats is not None:
            while self.free in self.seats:
                self.free += 1
        seat, self.free = self.free, self.free + 1
        return seat


class AttendanceKind(ImportKind):
    code = "attendance"
    label = _("Childcare attended")
    about = _("One row for each child and day-part. The person is the child.")
    order = 130
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "person": Cell(cells.reference, needed=True, about=_("Your number of the child.")),
        "on": Cell(cells.Day(), needed=True),
        "kind": Cell(choices=lambda site: site.day_parts(), needed=True, about=_("The day-part.")),
    }
    targets: ClassVar = (
        Target(CareSession, ("on", "day_part", "capacity")),
        Target(
            Attendance,
            ("own_reference", "session_id", "child_id", "family_id", "seat", "recorded_by_name"),
            action="childcare.attendance_recorded",
        ),
    )
    stored: ClassVar = {
        "person": "child__own_reference",
        "on": "session__on",
        "kind": "session__day_part",
    }

    def gather(self, rows: Any, book: Book) -> None:
        book.children.look_up(row.cells["person"] for row in rows)
        look_up_sessions(book, {row.cells["on"] for row in rows})

    def create(self, row: Row, book: Book) -> None:
        child = book.child_of(row)
        on, code = row.cells["on"], row.cells["kind"]
        sessions = book.shelf[SESSIONS]
        session = sessions.get((on, code))
        if session is None:
            check_days(row, book)
            session = sessions[on, code] = self._open(book, on, code)
        self._check_age(book.site.on(on), child, on)
        if child.pk in session.children:
            if child.pk > 0 and session.pk > 0:
                raise KnownOtherwise
            raise Refused("person", _("This child stands in this day-part already."))
        self._refuse_full(book, session, on, code)
        session.children.add(child.pk)
        values = (
            row.cells["reference"],
            session.pk,
            child.pk,
            child.family,
            session.take(),
            book.by.name,
        )
        book.create(self.targets[1], values, child.family)

    def _open(self, book: Book, on: date, code: str) -> SessionState:
        """A session that the site does not have yet; refuses a day-part that was not open."""
        configuration = book.site.on(on)
        part = next((part for part in configuration.day_parts if part.code == code), None)
        if part is None or not part.is_on(on):
            offered = ", ".join(part.code for part in configuration.day_parts_on(on))
            raise Refused(
                "kind",
                _("This day-part was not open on %(day)s."),
                offered or _("your site was closed on this day of the week"),
                day=short_date(on),
            )
        places = configuration.capacity_of(code)
        number = book.create(self.targets[0], (on, code, places), family=None)
        return SessionState(number, places, configuration.care.capacity_binding)

    @staticmethod
    def _check_age(configuration: SiteConfiguration, child: Person, on: date) -> None:
        """A child of unknown age may come, as on the screen."""
        born = child.birth_date
        if born is None:
            return
        if born > on:
            raise Refused("on", _("This child was not born yet."))
        ages = configuration.care.ages_months
        months = full_months(born, on)
        if months not in ages:
            raise Refused(
                "person",
                _("This child was %(months)d months old on that day."),
                str(_("%(youngest)d months up to, not including, %(below)d months"))
                % {"youngest": ages.from_, "below": ages.below},
                months=months,
            )

    @staticmethod
    def _refuse_full(book: Book, session: SessionState, on: date, code: str) -> None:
        if not session.binding or len(session.children) < session.places:
            return
        configuration = book.site.on(on)
        part = configuration.day_part(code)
        words = Capacity.of(configuration, code)
        raise Refused(
            "kind",
            _(
                "All %(places)d places of the %(day_part)s on %(day)s are taken. This site's "
                "limit binds (%(source)s)."
            ),
            places=words.places,
            day_part=in_language(part.label).lower(),
            day=short_date(on),
            source=words.source,
        )


def look_up_sessions(book: Book, days: Iterable[date]) -> None:
    """Note the sessions of these days that the site has already, and who sat in them."""
    sessions = book.shelf.setdefault(SESSIONS, {})
    done = book.shelf.setdefault("childcare.days_looked_up", set())
    wanted = set(days) - done
    if not wanted:
        return
    done |= wanted
    by_number = {}
    for pk, on, code, capacity in CareSession.objects.filter(on__in=wanted).values_list(
        "pk", "on", "day_part", "capacity"
    ):
        binding = book.site.on(on).care.capacity_binding
        state = SessionState(pk, capacity, binding, seats=set())
        sessions[on, code] = by_number[pk] = state
    seats = Attendance.objects.filter(session_id__in=by_number)
    for session, child, seat in seats.values_list("session_id", "child_id", "seat"):
        by_number[session].children.add(child)
        by_number[session].seats.add(seat)


def register_kinds() -> None:
    """Called from `ready()`."""
    kinds.register(AttendanceKind())
