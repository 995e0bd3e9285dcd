"""A spell of paid work of a parent: since when, until when, what kind, how many hours.

"Found work" counts the beginnings in a period, "at work" the spells open on a day. The site's
practice says which kinds and how many hours it calls work; the spell itself is stored as it
was, so that another site's meaning of work can be asked of it too.
"""

from datetime import date
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.partners.stamped import StampedModel, StampedQuerySet
from tenants.families.models.family import own_reference
from tenants.guidance.enums import Captured
from tenants.guidance.permissions import GUIDANCE_ROLES

HOURS_IN_A_WEEK_AT_MOST = 80


class WorkSpellQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Family coaches and coordinators."""
        return self if has_one_of(user, GUIDANCE_ROLES) else self.none()

    def open(self) -> Self:
        """Not ended, as far as we know today."""
        return self.filter(ended_on__isnull=True)

    def open_on(self, day: date) -> Self:
        """Begun on or before `day` and not ended then; the last day still counts as work."""
        return self.filter(started_on__lte=day).filter(
            Q(ended_on__isnull=True) | Q(ended_on__gte=day)
        )

    def begun_between(self, first: date | None, last: date) -> Self:
        """Begun from `first` (or ever) up to and including `last`."""
        begun = self.filter(started_on__lte=last)
        return begun if first is None else begun.filter(started_on__gte=first)


class WorkSpell(StampedModel):
    """Work from `started_on` up to and including `ended_on`. Hours are per week."""

    family = models.ForeignKey(
        "families.Family", on_delete=models.PROTECT, related_name="work_spells"
    )
    guardian = models.ForeignKey(
        "families.Guardian", on_delete=models.PROTECT, related_name="work_spells"
    )
    started_on = models.DateField(_("first day of work"))
    ended_on = models.DateField(_("last day of work"), null=True, blank=True)
    kind = models.CharField(_("kind of work"), max_length=60)
    hours_per_week = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(HOURS_IN_A_WEEK_AT_MOST)],
    )
    captured = models.CharField(_("how do you know?"), max_length=12, choices=Captured)
    recorded_by_name = models.CharField(_("recorded by"), max_length=150, blank=True)
    own_reference = own_reference()
    submission = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = WorkSpellQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("work")
        verbose_name_plural = _("work")
        ordering = ["-started_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="guidance_work_ends_after_its_start",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
            ),
            models.CheckConstraint(
                name="guidance_work_hours_fit_in_a_week",
                condition=Q(hours_per_week__isnull=True)
                | Q(hours_per_week__gte=0, hours_per_week__lte=HOURS_IN_A_WEEK_AT_MOST),
            ),
            models.CheckConstraint(
                name="guidance_work_captured_is_known",
                condition=Q(captured__in=Captured.values),
            ),
            models.CheckConstraint(
                name="guidance_work_own_reference_not_empty",
                condition=Q(own_reference__isnull=True) | ~Q(own_reference=""),
            ),
        ]
        indexes = [
            models.Index(fields=["guardian", "-started_on"], name="guidance_work_of_guardian"),
            models.Index(fields=["family", "-started_on"], name="guidance_work_of_family"),
            models.Index(fields=["started_on", "ended_on"], name="guidance_work_by_dates"),
        ]

    def __str__(self) -> str:
        return f"{self.guardian_id}: {self.started_on}–{self.ended_on or ''}"

    @property
    def is_open(self) -> bool:
        """Not ended, as far as we know today."""
        return self.ended_on is None
