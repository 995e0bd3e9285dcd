"""How a parent comes in: referral, intake, decision, waiting list. Dated events, no statuses.

Each event belongs to a guardian and names the family beside it, so that figures by family need no
detour. What was decided keeps the version of the rules and the answers it was decided on.
"""

from typing import Any, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.partners.stamped import StampedModel
from core.sites.criteria import Outcome
from tenants.families.enums import NextStep, WaitingEnd
from tenants.families.models.family import Family, Guardian, own_reference
from tenants.families.models.situation import Situation
from tenants.families.querysets import OfFamiliesQuerySet


class Referral(StampedModel):
    """Somebody sent this parent to us, or the parent came without a referrer."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="referrals")
    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="referrals")
    referred_on = models.DateField(_("referred on"))
    referrer = models.CharField(_("referrer"), max_length=60)
    note = models.TextField(_("note"), blank=True)
    own_reference = own_reference()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OfFamiliesQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        indexes = [
            models.Index(fields=["referred_on", "id"], name="families_referral_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.referrer}, {self.referred_on:%Y-%m-%d}"


class Intake(StampedModel):
    """The talk in which the situation is asked; not `completed` while answers may follow."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="intakes")
    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="intakes")
    held_on = models.DateField(_("held on"))
    situation = models.ForeignKey(Situation, on_delete=models.PROTECT, related_name="intakes")
    completed = models.BooleanField(_("completed"), default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OfFamiliesQuerySet.as_manager()

    class Meta:
        verbose_name = _("intake")
        verbose_name_plural = _("intakes")
        constraints = [
            models.UniqueConstraint(
                name="families_intake_one_unfinished_per_guardian",
                fields=["guardian"],
                condition=models.Q(completed=False),
            ),
        ]
        indexes = [models.Index(fields=["held_on", "id"], name="families_intake_by_day")]

    def __str__(self) -> str:
        return f"{self.guardian_id}, {self.held_on:%Y-%m-%d}"


class Decision(StampedModel):
    """What the site's own rules said of a parent on a day, and on which answers.

    `configuration_number` and `configuration_checksum` name the rules, `answers` holds every
    attribute by code as it was known then, `explanation` which criteria held (no words: those
    are found in the reader's language). `tenants.families.eligibility.replay` decides it again.
    """

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="decisions")
    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="decisions")
    decided_on = models.DateField(_("decided on"))
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome)
    target_group = models.CharField(_("target group"), max_length=60, blank=True)
    configuration_number = models.PositiveIntegerField()
    configuration_checksum = models.CharField(max_length=64)
    answers = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    explanation = models.JSONField(default=dict)
    decided_by_name = models.CharField(max_length=254, blank=True)
    next_step = models.CharField(max_length=10, choices=NextStep, default=NextStep.NONE)
    reason = models.TextField(_("reason"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OfFamiliesQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(
                name="families_decision_outcome_is_known_choice",
                condition=models.Q(outcome__in=Outcome.values),
            ),
            models.CheckConstraint(
                name="families_decision_group_and_next_step_only_if_eligible",
                condition=models.Q(outcome=Outcome.ELIGIBLE)
                | models.Q(target_group="", next_step=NextStep.NONE),
            ),
            models.CheckConstraint(
                name="families_decision_next_step_is_known_choice",
                condition=models.Q(next_step__in=NextStep.values),
            ),
        ]
        indexes = [
            models.Index(
                fields=["guardian", "-decided_on", "-id"], name="families_decision_latest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome}, {self.decided_on:%Y-%m-%d}"


class WaitingEntryQuerySet(OfFamiliesQuerySet):
    def open(self) -> Self:
        """Those who wait, longest first."""
        return self.filter(ended_on=None).order_by("waiting_since", "id")


class WaitingEntry(StampedModel):
    """A parent's time on the waiting list."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="waiting_entries")
    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="waiting_entries")
    waiting_since = models.DateField(_("waiting since"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(_("reason"), max_length=20, choices=WaitingEnd, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = WaitingEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry on the waiting list")
        verbose_name_plural = _("waiting list")
        constraints = [
            models.CheckConstraint(
                name="families_waitingentry_end_has_day_and_reason",
                condition=models.Q(ended_on=None, end_reason="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(end_reason="")),
            ),
            models.CheckConstraint(
                name="families_waitingentry_ends_after_it_began",
                condition=models.Q(ended_on=None)
                | models.Q(ended_on__gte=models.F("waiting_since")),
            ),
            models.UniqueConstraint(
                name="families_waitingentry_guardian_waits_once",
                fields=["guardian"],
                condition=models.Q(ended_on=None),
            ),
        ]
        indexes = [
            models.Index(fields=["waiting_since", "id"], name="families_waiting_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.guardian_id}, {self.waiting_since:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    def days(self, on: Any) -> int:
        """Whole days of waiting up to `on`, or to the end."""
        return ((self.ended_on or on) - self.waiting_since).days
