"""A case: one parent's guidance by one coach, from its first to its last day.

A parent who comes back gets a new case, so that nothing of the first is rewritten; figures
count people and not cases unless a site says so. Whether a case runs is derived from its
dates, on any day that is asked for.
"""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.partners.stamped import StampedModel, StampedQuerySet
from tenants.families.models.family import own_reference
from tenants.guidance.permissions import GUIDANCE_ROLES


class CaseQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Family coaches and coordinators see every case of their site; nobody else any."""
        return self if has_one_of(user, GUIDANCE_ROLES) else self.none()

    def running(self) -> Self:
        """Not ended, as far as we know today."""
        return self.filter(ended_on__isnull=True)

    def running_on(self, day: date) -> Self:
        """Started on or before `day` and not yet ended then."""
        return self.started_by(day).filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))

    def started_by(self, day: date) -> Self:
        """Started on or before `day`."""
        return self.filter(started_on__lte=day)

    def ended_by(self, day: date) -> Self:
        """Ended on or before `day`."""
        return self.filter(ended_on__lte=day)

    def of_coach(self, user) -> Self:
        """The cases of one coach."""
        return self.filter(coach=user)


class Case(StampedModel):
    """One parent in guidance. It ran through `ended_on`'s eve: that day it counts as ended."""

    family = models.ForeignKey("families.Family", on_delete=models.PROTECT, related_name="cases")
    guardian = models.ForeignKey(
        "families.Guardian", on_delete=models.PROTECT, related_name="cases"
    )
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("family coach"),
    )
    coach_name = models.CharField(_("name of the family coach"), max_length=150, blank=True)
    started_on = models.DateField(_("started on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(_("reason of the end"), max_length=60, blank=True)
    target_group = models.CharField(_("target group"), max_length=60, blank=True)
    own_reference = own_reference()
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CaseQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-started_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="guidance_case_end_and_reason_both_or_none",
                condition=Q(ended_on__isnull=True, end_reason="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
            ),
            models.CheckConstraint(
                name="guidance_case_ends_after_its_start",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
            ),
            models.UniqueConstraint(
                name="guidance_case_one_running_per_guardian",
                fields=["guardian"],
                condition=Q(ended_on__isnull=True),
            ),
            models.CheckConstraint(
                name="guidance_case_own_reference_not_empty",
                condition=Q(own_reference__isnull=True) | ~Q(own_reference=""),
            ),
        ]
        indexes = [
            models.Index(fields=["family", "-started_on"], name="guidance_case_of_family"),
            models.Index(fields=["started_on", "ended_on"], name="guidance_case_by_dates"),
            models.Index(
                fields=["coach", "started_on"],
                condition=Q(ended_on__isnull=True),
                name="guidance_case_of_coach",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guardian_id}: {self.started_on}–{self.ended_on or ''}"

    @property
    def is_running(self) -> bool:
        """Not ended, as far as we know today."""
        return self.ended_on is None
