"""Who did and who read what, kept for good.

The log lives in the same schema as what it speaks about, so that a partner who leaves takes
its log along. It knows nobody: the person stands in it as a number and as the name of that
day, so that an entry stays readable when the account is renamed or gone. The database itself
refuses to change or remove an entry (see the trigger in the first migration).
"""

from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.audit.enums import EntryKind


class EntryQuerySet(models.QuerySet["Entry"]):
    def of_family(self, family_id: int) -> Self:
        return self.filter(family_id=family_id)

    def of_person(self, actor_id: int) -> Self:
        return self.filter(actor_id=actor_id)

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-id")

    def older_than(self, entry: "Entry") -> Self:
        """Entries that come after `entry` in a list with the newest first."""
        return self.filter(
            models.Q(at__lt=entry.at) | models.Q(id__lt=entry.id),
            at__lte=entry.at,
        )


class Entry(models.Model):
    """One thing that one person did or read at one moment."""

    at = models.DateTimeField(default=timezone.now, editable=False)
    actor_id = models.BigIntegerField(null=True, blank=True)
    actor = models.CharField(max_length=254)
    kind = models.CharField(max_length=5, choices=EntryKind)
    action = models.CharField(max_length=100)
    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=64)
    family_id = models.BigIntegerField(null=True, blank=True)
    summary = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    details = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        constraints = [
            models.CheckConstraint(
                name="audit_entry_kind_is_known",
                condition=models.Q(kind__in=EntryKind.values),
            ),
        ]
        indexes = [
            models.Index(fields=["family_id", "at"], name="audit_entry_family_at"),
            models.Index(fields=["actor_id", "at"], name="audit_entry_actor_at"),
            models.Index(fields=["at"], name="audit_entry_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor}: {self.action}"
