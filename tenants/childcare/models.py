"""What childcare stores: a session is one day-part of one day, an attendance one child in it.

Each child has a numbered seat, and a seat of a session exists once: two people who take the
last place at the same moment collide in the database, whatever the code above it does. The
session keeps the capacity of its day, because a later change of the rules changes no past.
"""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.partners.stamped import StampedModel, StampedQuerySet
from tenants.childcare.permissions import CARE_ROLES
from tenants.families.models.family import own_reference


class CareSessionQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Everyone who records attendance."""
        return self if has_one_of(user, CARE_ROLES) else self.none()

    def on_day(self, day: date) -> Self:
        return self.filter(on=day)


class CareSession(StampedModel):
    """One day-part of one local day, with the number of places it had then."""

    on = models.DateField(_("date"))
    day_part = models.CharField(_("day-part"), max_length=60)
    capacity = models.PositiveSmallIntegerField(_("places"))

    objects = CareSessionQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["on", "day_part"]
        constraints = [
            models.UniqueConstraint(
                name="childcare_session_once_per_day_part", fields=["on", "day_part"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.day_part}"


class AttendanceQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Everyone who records attendance: it says which child came, and nothing of a family."""
        return self if has_one_of(user, CARE_ROLES) else self.none()

    def on_day(self, day: date) -> Self:
        return self.filter(session__on=day)

    def until(self, day: date) -> Self:
        """Attended on or before `day`."""
        return self.filter(session__on__lte=day)

    def between(self, first: date | None, last: date) -> Self:
        """Attended from `first` (or ever) up to and including `last`."""
        attended = self.until(last)
        return attended if first is None else attended.filter(session__on__gte=first)

    def above_capacity(self) -> Self:
        """In a seat above the capacity that the session had: allowed where it only advises."""
        return self.filter(seat__gt=F("session__capacity"))


class Attendance(StampedModel):
    """One child in one seat of one session. Seats count from 1."""

    session = models.ForeignKey(CareSession, on_delete=models.PROTECT, related_name="attendances")
    child = models.ForeignKey(
        "families.Child", on_delete=models.PROTECT, related_name="attendances"
    )
    family = models.ForeignKey(
        "families.Family", on_delete=models.PROTECT, related_name="attendances"
    )
    seat = models.PositiveSmallIntegerField(_("seat"))
    recorded_by_name = models.CharField(_("recorded by"), max_length=150, blank=True)
    own_reference = own_reference()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["session", "seat"]
        constraints = [
            models.UniqueConstraint(
                name="childcare_attendance_seat_taken_once", fields=["session", "seat"]
            ),
            models.UniqueConstraint(
                name="childcare_attendance_child_once_per_session", fields=["session", "child"]
            ),
            models.CheckConstraint(
                name="childcare_attendance_seats_count_from_one", condition=Q(seat__gte=1)
            ),
            models.CheckConstraint(
                name="childcare_attendance_own_reference_not_empty",
                condition=Q(own_reference__isnull=True) | ~Q(own_reference=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.seat}"
