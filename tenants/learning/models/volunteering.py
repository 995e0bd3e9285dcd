"""Volunteering of a parent: where, since when, until when."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.partners.stamped import StampedModel, StampedQuerySet
from tenants.families.models.family import own_reference
from tenants.learning.permissions import LEARNING_ROLES


class VolunteeringQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Family coaches and coordinators."""
        return self if has_one_of(user, LEARNING_ROLES) else self.none()

    def open(self) -> Self:
        """Not ended, as far as we know today."""
        return self.filter(ended_on__isnull=True)

    def open_on(self, day: date) -> Self:
        """Begun on or before `day` and not ended then; the last day still counts."""
        return self.filter(started_on__lte=day).filter(
            Q(ended_on__isnull=True) | Q(ended_on__gte=day)
        )

    def begun_between(self, first: date | None, last: date) -> Self:
        """Begun from `first` (or ever) up to and including `last`."""
        begun = self.filter(started_on__lte=last)
        return begun if first is None else begun.filter(started_on__gte=first)


class Volunteering(StampedModel):
    """One parent at one organisation, from `started_on` up to and including `ended_on`."""

    family = models.ForeignKey(
        "families.Family", on_delete=models.PROTECT, related_name="volunteering"
    )
    guardian = models.ForeignKey(
        "families.Guardian", on_delete=models.PROTECT, related_name="volunteering"
    )
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    started_on = models.DateField(_("first day"))
    ended_on = models.DateField(_("last day"), null=True, blank=True)
    recorded_by_name = models.CharField(_("recorded by"), max_length=150, blank=True)
    own_reference = own_reference()
    submission = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VolunteeringQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("volunteering")
        verbose_name_plural = _("volunteering")
        ordering = ["-started_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="learning_volunteering_ends_after_its_start",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
            ),
            models.CheckConstraint(
                name="learning_volunteering_own_reference_not_empty",
                condition=Q(own_reference__isnull=True) | ~Q(own_reference=""),
            ),
        ]
        indexes = [
            models.Index(fields=["guardian", "-started_on"], name="learning_volunt_of_guardian"),
            models.Index(fields=["family", "-started_on"], name="learning_volunt_of_family"),
            models.Index(fields=["-started_on", "-id"], name="learning_volunt_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.guardian_id}: {self.organisation}"

    @property
    def is_open(self) -> bool:
        """Not ended, as far as we know today."""
        return self.ended_on is None
