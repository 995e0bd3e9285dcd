"""How often somebody tried, per subject, in the running period.

The counts stand in the schema they protect, not in a cache that all partners share: no partner's
role can reset another partner's limits. Subjects are digests, because people type passwords
into the address field.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AttemptCount(models.Model):
    """`count` attempts by one subject under one rule since the period began."""

    rule = models.CharField(max_length=40)
    subject = models.CharField(max_length=64)
    count = models.PositiveIntegerField()
    ends_at = models.DateTimeField()

    class Meta:
        verbose_name = _("count of attempts")
        verbose_name_plural = _("counts of attempts")
        constraints = [
            models.UniqueConstraint(
                name="accounts_attemptcount_one_per_subject", fields=["rule", "subject"]
            ),
        ]
        indexes = [models.Index(fields=["ends_at"], name="accounts_attempts_ends_at")]

    def __str__(self) -> str:
        return f"{self.rule}: {self.count}"
