"""The figures of a submission: exact for the site, and the faces that may leave it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.indicators.enums import Audience, CellState, Dimension
from core.partners.stamped import StampedModel, StampedQuerySet
from core.sites.enums import Kind, Unit
from tenants.reporting.models.submission import Submission


class Cell(StampedModel):
    """What every figure of a submission says of itself."""

    indicator = models.CharField(max_length=60)
    unit = models.CharField(max_length=10, choices=Unit)
    kind = models.CharField(max_length=10, choices=Kind)
    population = models.CharField(max_length=80)
    dimension = models.CharField(max_length=20, choices=Dimension, blank=True)
    category = models.CharField(max_length=60, blank=True)

    class Meta(StampedModel.Meta):
        abstract = True

    def __str__(self) -> str:
        where = f"{self.dimension}={self.category}" if self.dimension else "total"
        return f"{self.indicator} {self.population} {where}"

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Which figure of the submission this is."""
        return (self.indicator, self.population, self.dimension, self.category)


class SubmissionCell(Cell):
    """An exact figure as it was approved. Stays in the site's schema."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="cells")
    value = models.PositiveIntegerField()

    objects = StampedQuerySet.as_manager()

    class Meta(Cell.Meta):
        verbose_name = _("exact figure")
        verbose_name_plural = _("exact figures")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "indicator", "population", "dimension", "category"],
                name="submission_cell_stands_once",
            ),
        ]


class FaceCell(Cell):
    """A figure as an audience may see it: what the programme's role reads of a submission."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="face")
    audience = models.CharField(max_length=10, choices=Audience)
    value = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=CellState)

    objects = StampedQuerySet.as_manager()

    class Meta(Cell.Meta):
        verbose_name = _("figure as shown to others")
        verbose_name_plural = _("figures as shown to others")
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
                name="face_cell_stands_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state=CellState.SHOWN, value__isnull=False)
                | models.Q(state=CellState.SUPPRESSED, value__isnull=True),
                name="face_cell_is_shown_or_suppressed",
            ),
        ]
