"""How a site learns that its submission arrived, without reading what others sent.

The shared layer writes nothing upstream. A view shows each partner's role the receipts of its
own submissions and no others: it filters by the role that asks.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Receipt(models.Model):
    """One submission of the active partner that stands in the shared layer. Read only."""

    submission_id = models.BigIntegerField(primary_key=True)
    collected_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        managed = False
        db_table = "indicators_receipt"
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")

    def __str__(self) -> str:
        return str(self.submission_id)
