"""What has arrived from the sites: protected faces of submissions, published configurations.

Nothing here is personal and nothing here is exact below the threshold: it is copied from the
faces that `core.disclosure` made inside the site. The site stands in it as text as well as by
number, so that a figure keeps its site's name of that day.
"""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.indicators.enums import Audience, CellState, Dimension
from core.sites.enums import Kind, Unit


class CollectedSubmissionQuerySet(models.QuerySet["CollectedSubmission"]):
    def standing(self) -> Self:
        """Not withdrawn."""
        return self.filter(withdrawn_at=None)

    def of_period(self, start, end) -> Self:
        return self.filter(period_start=start, period_end=end)


class CollectedSubmission(models.Model):
    """One approved period of one site. Withdrawn ones stay: something may have rested on it."""

    partner_id = models.BigIntegerField()
    partner_slug = models.CharField(max_length=40)
    partner_name = models.CharField(max_length=120)
    partner_country = models.CharField(max_length=10)
    submission_id = models.BigIntegerField()
    revision = models.PositiveIntegerField()
    period_start = models.DateField()
    period_end = models.DateField()
    approved_at = models.DateTimeField()
    configuration_number = models.PositiveIntegerField()
    completeness = models.JSONField(default=dict)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    collected_at = models.DateTimeField(auto_now_add=True)

    objects = CollectedSubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("collected submission")
        verbose_name_plural = _("collected submissions")
        constraints = [
            models.UniqueConstraint(
                fields=["partner_id", "submission_id"], name="submission_is_collected_once"
            ),
            models.CheckConstraint(
                condition=models.Q(period_start__lte=models.F("period_end")),
                name="collected_period_runs_forward",
            ),
        ]
        indexes = [
            models.Index(fields=["period_end", "period_start"], name="collected_by_period"),
            models.Index(fields=["partner_slug", "period_end"], name="collected_by_partner"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_name} {self.period_start}–{self.period_end} ({self.revision})"


class CollectedCell(models.Model):
    """One figure of a submission, as one audience may see it."""

    submission = models.ForeignKey(
        CollectedSubmission, on_delete=models.CASCADE, related_name="cells"
    )
    indicator = models.CharField(max_length=60)
    unit = models.CharField(max_length=10, choices=Unit)
    kind = models.CharField(max_length=10, choices=Kind)
    population = models.CharField(max_length=80)
    dimension = models.CharField(max_length=20, choices=Dimension, blank=True)
    category = models.CharField(max_length=60, blank=True)
    audience = models.CharField(max_length=10, choices=Audience)
    value = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=CellState)

    class Meta:
        verbose_name = _("collected figure")
        verbose_name_plural = _("collected figures")
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "submission",
                    "audience",
                    "indicator",
                    "population",
                    "dimension",
                    "category",
                ],
                name="collected_cell_stands_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state=CellState.SHOWN, value__isnull=False)
                | models.Q(state=CellState.SUPPRESSED, value__isnull=True),
                name="collected_cell_is_shown_or_suppressed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["indicator", "audience", "population", "dimension", "submission"],
                include=["category", "value", "state", "unit"],
                name="collected_cell_side_by_side",
            ),
        ]

    def __str__(self) -> str:
        where = f"{self.dimension}={self.category}" if self.dimension else "total"
        return f"{self.indicator} {self.population} {where}"


class CollectedConfiguration(models.Model):
    """A published configuration of a site, as it was when it was collected; no personal data."""

    partner_id = models.BigIntegerField()
    partner_slug = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    valid_from = models.DateField()
    document = models.JSONField()
    collected_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("collected configuration")
        verbose_name_plural = _("collected configurations")
        constraints = [
            models.UniqueConstraint(
                fields=["partner_id", "number"], name="configuration_is_collected_once"
            ),
        ]
        indexes = [
            models.Index(fields=["partner_slug", "valid_from"], name="collected_configuration_on"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_slug} {self.number}"
