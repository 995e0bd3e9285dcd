"""What the indicators mean, in four languages and in versions: read by every partner.

A definition that changes gets a new version; figures keep standing under the version they
were counted by.
"""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.sites.enums import Kind, Unit


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def current(self) -> Self:
        """The latest version of each indicator, in their order."""
        later = models.Exists(
            self.model.objects.filter(
                code=models.OuterRef("code"), version__gt=models.OuterRef("version")
            )
        )
        return self.filter(~later).order_by("position", "code")


class Indicator(models.Model):
    """One version of one indicator: what is counted, among whom, and by which rule."""

    code = models.SlugField(_("code"), max_length=60)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("sort of figure"), max_length=10, choices=Kind)
    default_unit = models.CharField(_("usual unit"), max_length=10, choices=Unit)
    label = models.CharField(_("name"), max_length=80)
    definition = models.TextField(_("definition"))
    population = models.TextField(_("among whom"))
    counting_rule = models.TextField(_("counting rule"))

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "version"], name="indicator_has_a_version_once"
            ),
        ]
        indexes = [models.Index(fields=["position", "code"], name="indicator_in_order")]

    def __str__(self) -> str:
        return f"{self.label} ({self.version})"


class CommonPopulationQuerySet(models.QuerySet["CommonPopulation"]):
    def active(self) -> Self:
        return self.filter(active=True)

    def of_site(self, slug: str) -> Self:
        return self.filter(sites__contains=[slug])


class CommonPopulation(models.Model):
    """People that several sites all serve, so that figures about them can stand side by side.

    `criteria` is a `core.sites.criteria` tree as JSON; `sites` the short names of the sites
    that compute their own figure for it when they approve a period.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    label = models.CharField(_("name"), max_length=120)
    criteria = models.JSONField(_("criteria"))
    sites = ArrayField(models.SlugField(max_length=40), verbose_name=_("sites"))
    active = models.BooleanField(_("in use"), default=True)

    objects = CommonPopulationQuerySet.as_manager()

    class Meta:
        verbose_name = _("common population")
        verbose_name_plural = _("common populations")
        indexes = [models.Index(fields=["active", "code"], name="common_population_in_use")]

    def __str__(self) -> str:
        return self.label
