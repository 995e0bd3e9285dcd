"""The published configurations of a site, kept for good in its own schema.

The database is the truth of a running site: files seed it, the settings screen and an explicit
import add to it. A version never changes, because decisions name the version they were made
under and can be replayed; the database itself refuses to change or remove one (see the trigger
in the first migration).
"""

from datetime import date
from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.partners.context import current
from core.partners.stamped import StampedModel, StampedQuerySet
from core.sites.configuration import SiteConfiguration
from core.sites.remembered import remembered


class ConfigurationVersionQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Everybody who works at a site may know its rules; pages decide who sees the page."""
        return self if getattr(user, "is_authenticated", False) else self.none()

    def valid_on(self, day: date) -> Self:
        """Versions that had begun on `day`, the one in force first.

        Of two that begin on the same day the later published holds: it corrects the other.
        """
        return self.filter(valid_from__lte=day).newest_first()

    def newest_first(self) -> Self:
        return self.order_by("-valid_from", "-number")

    def without_document(self) -> Self:
        """Rows without the long JSON, which is fetched only when it is not remembered."""
        return self.defer("document")


class ConfigurationVersion(StampedModel):
    """One published configuration, valid from a day on until the next one begins.

    `valid_from` is when its rules hold, `published_at` when they were made known: a rule
    published for the past keeps both, and decisions already made keep theirs.
    """

    number = models.PositiveIntegerField(_("version"), unique=True)
    valid_from = models.DateField(_("valid from"))
    published_at = models.DateTimeField(_("published at"), default=timezone.now)
    published_by_text = models.CharField(_("published by"), max_length=254)
    source = models.CharField(_("source"), max_length=200)
    reason = models.TextField(_("reason"))
    document = models.JSONField(encoder=DjangoJSONEncoder)
    checksum = models.CharField(max_length=64)

    objects = ConfigurationVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the configuration")
        verbose_name_plural = _("versions of the configuration")
        base_manager_name = "objects"
        ordering = ["-valid_from", "-number"]
        constraints = [
            models.CheckConstraint(
                name="sites_version_number_from_one", condition=models.Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="sites_version_gives_a_reason", condition=~models.Q(reason="")
            ),
        ]
        indexes = [models.Index(fields=["valid_from", "number"], name="sites_version_in_force")]

    def __str__(self) -> str:
        return f"{self.number} ({self.valid_from.isoformat()})"

    @property
    def configuration(self) -> SiteConfiguration:
        """The typed configuration, built once per process for each document."""
        return remembered(
            (current().schema_name, self.checksum),
            lambda: SiteConfiguration.model_validate(self.document),
        )
