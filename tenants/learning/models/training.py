"""A training that a parent follows, at the site or elsewhere.

Whether it was completed is unknown until somebody says so: a training that ended and one that
was completed are two things, and an unknown outcome is an answer too.
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
from tenants.learning.permissions import LEARNING_ROLES

HOURS_AT_MOST = 5000


class TrainingParticipationQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Family coaches and coordinators."""
        return self if has_one_of(user, LEARNING_ROLES) else self.none()

    def open(self) -> Self:
        """Not ended, as far as we know today."""
        return self.filter(ended_on__isnull=True)

    def begun_between(self, first: date | None, last: date) -> Self:
        """Begun from `first` (or ever) up to and including `last`."""
        begun = self.filter(started_on__lte=last)
        return begun if first is None else begun.filter(started_on__gte=first)


class TrainingParticipation(StampedModel):
    """One parent in one training. `hours` is the whole training; `completed` None is unknown."""

    family = models.ForeignKey(
        "families.Family", on_delete=models.PROTECT, related_name="trainings"
    )
    guardian = models.ForeignKey(
        "families.Guardian", on_delete=models.PROTECT, related_name="trainings"
    )
    kind = models.CharField(_("kind of training"), max_length=60)
    title = models.CharField(_("name of the training"), max_length=200, blank=True)
    started_on = models.DateField(_("first day"))
    ended_on = models.DateField(_("last day"), null=True, blank=True)
    hours = models.DecimalField(
        _("hours in all"),
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(HOURS_AT_MOST)],
    )
    completed = models.BooleanField(_("completed"), null=True, blank=True)
    recorded_by_name = models.CharField(_("recorded by"), max_length=150, blank=True)
    own_reference = own_reference()
    submission = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TrainingParticipationQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ["-started_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="learning_training_ends_after_its_start",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
            ),
            models.CheckConstraint(
                name="learning_training_outcome_comes_with_an_end",
                condition=Q(completed__isnull=True) | Q(ended_on__isnull=False),
            ),
            models.CheckConstraint(
                name="learning_training_hours_are_possible",
                condition=Q(hours__isnull=True) | Q(hours__gte=0, hours__lte=HOURS_AT_MOST),
            ),
            models.CheckConstraint(
                name="learning_training_own_reference_not_empty",
                condition=Q(own_reference__isnull=True) | ~Q(own_reference=""),
            ),
        ]
        indexes = [
            models.Index(fields=["guardian", "-started_on"], name="learning_training_of_guardian"),
            models.Index(fields=["family", "-started_on"], name="learning_training_of_family"),
            models.Index(fields=["-started_on", "-id"], name="learning_training_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.guardian_id}: {self.title or self.kind}"

    @property
    def is_open(self) -> bool:
        """Not ended, as far as we know today."""
        return self.ended_on is None
