"""An import on the screen: hand in a file, see what it would make, say yes.

A small file is checked and written at once, a long one by a worker. Both go the same way and
may be repeated: whoever does the work claims the job first, and what the site has already is
recognised.
"""

from datetime import timedelta
from typing import Any, BinaryIO

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.audit.services import record
from tenants.families.case_import.news import ProgressNews
from tenants.families.case_import.permissions import must_import_cases
from tenants.families.case_import.reading import MOST_BYTES
from tenants.families.case_import.service import Outcome, import_cases
from tenants.families.models import ImportJob, ImportPiece, ImportState
from tenants.families.models.import_job import PIECE_BYTES

ENDINGS = ("csv", "txt", "xlsx")
#: Up to here a file is done within the request; a spreadsheet's rows take longer to read.
BYTES_AT_ONCE = {"csv": 250_000, "txt": 250_000, "xlsx": 60_000}
#: Longer than a task may take: whoever claimed a job before this is gone.
LONGEST_WORK = timedelta(minutes=11)
#: A file that nobody said yes to is thrown away after this.
LONGEST_WAIT = timedelta(days=7)


def hand_in(*, by: Any, file: BinaryIO, name: str, language: str = "") -> ImportJob:
    """Keep a file to be checked. Raises `NotPermitted`, or `ValidationError` (file)."""
    must_import_cases(by)
    size = file.seek(0, 2)
    file.seek(0)
    _check_file(name, size)
    with transaction.atomic():
        _throw_away_forgotten()
        job = ImportJob.objects.create(
            file_name=name[-200:],
            size=size,
            language=language or translation.get_language() or "",
            by=by,
            by_name=by.name,
        )
        for position, content in enumerate(iter(lambda: file.read(PIECE_BYTES), b"")):
            ImportPiece.objects.create(job=job, position=position, content=content)
    return job


def _check_file(name: str, size: int) -> None:
    if ending_of(name) not in ENDINGS:
        raise ValidationError(
            {"file": [_("Only .xlsx and .csv can be read. Save the file as one of these.")]}
        )
    if size == 0:
        raise ValidationError({"file": [_("The file is empty.")]})
    if size > MOST_BYTES:
        text = _("The file is larger than %(most)d MB. Make two files of it.")
        raise ValidationError({"file": [text % {"most": MOST_BYTES // 1024 // 1024}]})


def ending_of(name: str) -> str:
    """What stands behind the last full stop of a file's name."""
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def is_short(job: ImportJob) -> bool:
    """Can the file be read within a request?"""
    return job.size <= BYTES_AT_ONCE.get(ending_of(job.file_name), 0)


def say_yes(*, by: Any, job: ImportJob) -> ImportJob:
    """Let a checked file be written; `work_on` does it. Raises `ValidationError` otherwise."""
    must_import_cases(by)
    could = Q(state=ImportState.CHECKED) | _abandoned(ImportState.WRITING)
    changed = ImportJob.objects.filter(could, pk=job.pk).update(
        state=ImportState.WRITING, percent=0, claimed_at=None, by=by, by_name=by.name
    )
    if not changed:
        raise ValidationError(_("This file cannot be imported now. Look at its page again."))
    job.refresh_from_db()
    return job


def put_aside(*, by: Any, job: ImportJob) -> ImportJob:
    """Throw the file away without importing it."""
    must_import_cases(by)
    waiting = (ImportState.CHECKED, ImportState.REFUSED, ImportState.NOTHING_NEW)
    with transaction.atomic():
        could = Q(state__in=waiting) | _abandoned(*_BUSY)
        changed = ImportJob.objects.filter(could, pk=job.pk).update(
            state=ImportState.DISCARDED, outcome={}, finished_at=timezone.now()
        )
        if changed:
            job.pieces.all().delete()
    job.refresh_from_db()
    return job


_BUSY = (ImportState.CHECKING, ImportState.WRITING)


def _abandoned(*states: str) -> Q:
    """Jobs in these states whose worker must be gone."""
    return Q(state__in=states, claimed_at__lt=timezone.now() - LONGEST_WORK)


def is_abandoned(job: ImportJob) -> bool:
    """Is the job busy without anybody working on it?"""
    long_ago = timezone.now() - LONGEST_WORK
    return job.is_busy and job.claimed_at is not None and job.claimed_at < long_ago


def is_claimed(job_id: int) -> bool:
    """Is somebody at work on this job, or was?"""
    return ImportJob.objects.filter(pk=job_id, state__in=_BUSY).exists()


def work_on(job_id: int) -> bool:
    """Do what a job waits for: check its file or write it. False if somebody else is at it."""
    free = Q(claimed_at=None) | _abandoned(*_BUSY)
    claimed = ImportJob.objects.filter(free, pk=job_id, state__in=_BUSY).update(
        claimed_at=timezone.now()
    )
    if not claimed:
        return False
    job = ImportJob.objects.select_related("by").get(pk=job_id)
    with translation.override(job.language or None):
        _work(job)
    return True


def _work(job: ImportJob) -> None:
    writing = job.state == ImportState.WRITING
    try:
        with job.opened() as file, ProgressNews(job.pk) as news:
            outcome = import_cases(
                file=file,
                name=job.file_name,
                by=job.by,
                dry_run=not writing,
                source=_("Import of %(file)s") % {"file": job.file_name},
                progress=news,
            )
    except (ValidationError, PermissionDenied) as refusal:
        told = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
        _finish(job, ImportState.FAILED, failure=" ".join(told))
    except Exception:
        # Nothing was written; the page must not wait for ever. The worker's log has the rest.
        _finish(job, ImportState.FAILED, failure=_("Something went wrong on our side."))
        raise
    else:
        _finish(job, _state_after(outcome), outcome=outcome)


def _state_after(outcome: Outcome) -> ImportState:
    if outcome.problem_count:
        return ImportState.REFUSED
    if outcome.written:
        return ImportState.DONE
    return ImportState.CHECKED if outcome.changes_something else ImportState.NOTHING_NEW


def _finish(
    job: ImportJob, state: ImportState, *, outcome: Outcome | None = None, failure: str = ""
) -> None:
    with transaction.atomic():
        job.state, job.failure, job.percent, job.claimed_at = state, failure, 100, None
        job.finished_at = None if state == ImportState.CHECKED else timezone.now()
        if outcome is not None:
            job.outcome = outcome.as_json()
        job.save()
        if state in (ImportState.DONE, ImportState.NOTHING_NEW, ImportState.REFUSED):
            job.pieces.all().delete()
        if state == ImportState.DONE:
            _log(job)


def _log(job: ImportJob) -> None:
    counts = {code: tally["new"] for code, tally in job.outcome["counts"].items()}
    record(
        by=job.by,
        action="families.cases_imported",
        object_type="families.importjob",
        object_id=job.pk,
        summary=job.file_name,
        details={"new": counts},
    )


def _throw_away_forgotten() -> None:
    forgotten = ImportJob.objects.filter(
        state=ImportState.CHECKED, created_at__lt=timezone.now() - LONGEST_WAIT
    )
    ImportPiece.objects.filter(job__in=forgotten).delete()
    forgotten.update(state=ImportState.DISCARDED, outcome={}, finished_at=timezone.now())
