"""Which numbers of a year's references have been given out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.partners.stamped import StampedModel


class ReferenceCounter(StampedModel):
    """`last` is the highest number given out for families of that year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("reference counter")
        verbose_name_plural = _("reference counters")

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
