"""The frozen submission of a period.

Approving a period writes down its figures as they are known that day. Later corrections of
cases change the site's own figures, not the submission; the difference is shown. A trigger of the
database lets nothing of a submission change but its withdrawal, once, and nothing disappear.

The programme's role reads `Submission` and `FaceCell`, so neither holds a person's name or an
exact small count: who signed stands in `Signature`, the exact figures in `SubmissionCell`,
and both stay with the site.
"""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.partners.stamped import StampedModel, StampedQuerySet
from tenants.reporting.enums import Act
from tenants.reporting.permissions import FIGURE_READERS


class SubmissionQuerySet(StampedQuerySet):
    def visible_to(self, user: Any) -> Self:
        """Whoever reads the site's figures sees its submissions."""
        return self.all() if has_one_of(user, FIGURE_READERS) else self.none()

    def standing(self) -> Self:
        """Approved and not withdrawn."""
        return self.filter(withdrawn_at=None)

    def of_period(self, start: Any, end: Any) -> Self:
        return self.filter(period_start=start, period_end=end)

    def newest_first(self) -> Self:
        return self.order_by("-period_end", "-period_start", "-revision")


class Submission(StampedModel):
    """One approval of one period. Approving again after a withdrawal makes a new revision."""

    period_start = models.DateField(_("first day"))
    period_end = models.DateField(_("last day"))
    revision = models.PositiveIntegerField(_("revision"), default=1)
    approved_at = models.DateTimeField(_("approved at"))
    configuration_number = models.PositiveIntegerField(_("version of the configuration"))
    completeness = models.JSONField(_("completeness"), default=dict)
    checksum = models.CharField(_("checksum"), max_length=64)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("reason"), blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        abstract = False
        verbose_name = _("approved period")
        verbose_name_plural = _("approved periods")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_start__lte=models.F("period_end")),
                name="submission_period_runs_forward",
            ),
            models.UniqueConstraint(
                fields=["period_start", "period_end"],
                condition=models.Q(withdrawn_at=None),
                name="submission_stands_once_per_period",
            ),
            models.UniqueConstraint(
                fields=["period_start", "period_end", "revision"],
                name="submission_has_a_revision_once",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_reason="")
                | (models.Q(withdrawn_at__isnull=False) & ~models.Q(withdrawn_reason="")),
                name="submission_withdrawn_with_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-period_end", "-period_start", "-revision"], name="submission_newest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period_start} – {self.period_end} ({self.revision})"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class Signature(StampedModel):
    """Who approved or withdrew a period: the name of that day. Never leaves the site.

    `gaps_seen` is what the page said was missing when somebody signed (see `completeness`).
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="signatures")
    act = models.CharField(_("act"), max_length=10, choices=Act)
    by_name = models.CharField(_("by"), max_length=254)
    at = models.DateTimeField(_("at"))
    gaps_seen = models.JSONField(_("what was missing"), default=list)

    class Meta(StampedModel.Meta):
        abstract = False
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "act"], name="submission_is_signed_once_per_act"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.by_name}"
