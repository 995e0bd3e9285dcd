"""An import of existing cases, from the file that was handed in to what became of it.

The file waits in the partner's own schema, in pieces, so that any worker can read it without a
shared disk and nothing of a partner lies outside its schema. It is thrown away as soon as it
has been written or put aside.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.accounts.enums import Role
from core.partners.stamped import StampedModel, StampedQuerySet

PIECE_BYTES = 256 * 1024


class ImportState(models.TextChoices):
    """Where an import stands. "Checked" waits for somebody to say yes."""

    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Can be imported")
    REFUSED = "refused", _("Has errors")
    NOTHING_NEW = "nothing_new", _("Nothing new")
    WRITING = "writing", _("Being imported")
    DONE = "done", _("Imported")
    FAILED = "failed", _("Did not work")
    DISCARDED = "discarded", _("Put aside")


#: States in which a worker is at it, or will be.
BUSY_STATES = (ImportState.CHECKING, ImportState.WRITING)


class ImportJobQuerySet(StampedQuerySet):
    def visible_to(self, user: Any) -> Self:
        """Coordinators alone: what is wrong in a file quotes what stands in it."""
        return self if has_one_of(user, frozenset({Role.COORDINATOR})) else self.none()

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-id")


class ImportJob(StampedModel):
    """One file. `outcome` is `case_import.service.Outcome` as JSON; `percent` from 0 to 100."""

    file_name = models.CharField(_("file"), max_length=200)
    size = models.PositiveIntegerField(_("size in bytes"))
    state = models.CharField(
        _("state"), max_length=12, choices=ImportState, default=ImportState.CHECKING
    )
    percent = models.PositiveSmallIntegerField(default=0)
    outcome = models.JSONField(default=dict)
    failure = models.TextField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="imports"
    )
    by_name = models.CharField(_("by"), max_length=150)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    claimed_at = models.DateTimeField(null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ImportJobQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("import of existing cases")
        verbose_name_plural = _("imports of existing cases")
        constraints = [
            models.CheckConstraint(
                name="families_importjob_state_is_known_choice",
                condition=models.Q(state__in=ImportState.values),
            ),
            models.CheckConstraint(
                name="families_importjob_percent_to_100", condition=models.Q(percent__lte=100)
            ),
        ]
        indexes = [models.Index(fields=["-created_at", "-id"], name="families_import_newest")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_busy(self) -> bool:
        return self.state in BUSY_STATES

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """The file, put together from its pieces on disk and not in memory."""
        with tempfile.TemporaryFile(prefix="pace-import-") as whole:
            pieces = self.pieces.order_by("position").values_list("content", flat=True)
            for content in pieces.iterator(chunk_size=4):
                whole.write(content)
            whole.seek(0)
            yield whole


class ImportPiece(StampedModel):
    """A piece of a file that waits, `PIECE_BYTES` long save for the last."""

    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="pieces")
    position = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta(StampedModel.Meta):
        verbose_name = _("piece of an import's file")
        verbose_name_plural = _("pieces of an import's file")
        constraints = [
            models.UniqueConstraint(
                name="families_importpiece_once_per_position", fields=["job", "position"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_id}: {self.position}"
