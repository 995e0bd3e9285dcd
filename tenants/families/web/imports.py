"""Import existing cases: hand in a file, see what it would make, say yes. For coordinators."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from core.accounts.access import requires
from core.accounts.enums import Role
from core.audit.services import record_view
from core.partners.tasks import send
from core.ui.forms import PlainForm, add_errors
from core.ui.notices import announce
from tenants.families.case_import import jobs, template
from tenants.families.case_import.kinds import kinds
from tenants.families.models import ImportJob, ImportState
from tenants.families.tasks import work_on_import

PAGE_LENGTH = 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TONES = {
    ImportState.CHECKED: "info",
    ImportState.DONE: "good",
    ImportState.REFUSED: "stop",
    ImportState.FAILED: "stop",
    ImportState.NOTHING_NEW: "neutral",
}


class ImportFileForm(PlainForm):
    file = forms.FileField(
        label=_("Your file"),
        help_text=_("A spreadsheet (.xlsx) or a CSV file in UTF-8, made from the template."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"empty": _("The file is empty.")},
    )


@dataclass(frozen=True)
class Count:
    """What becomes of one kind of record, in a line of the table."""

    label: str
    rows: int
    new: int
    known: int
    ended: int
    differing: int


@dataclass(frozen=True)
class Progress:
    """A busy job as `<c-job-progress>` shows it."""

    id: int
    label: str
    percent: int
    url: str
    state: str = "running"


@requires(Role.COORDINATOR)
def imports(request: HttpRequest) -> HttpResponse:
    """Earlier imports, and the form for the next."""
    sent = request.method == "POST"
    form = ImportFileForm(request.POST, request.FILES) if sent else ImportFileForm()
    if sent and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            job = jobs.hand_in(
                by=request.user, file=upload, name=upload.name, language=get_language() or ""
            )
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            _let_work(job)
            return redirect(_url(job))
    found = ImportJob.objects.visible_to(request.user).newest_first()
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    rows = [(job, TONES.get(job.state, "neutral")) for job in page]
    return render(request, "families/imports.html", {"form": form, "page": page, "rows": rows})


@requires(Role.COORDINATOR)
@require_GET
def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What a file would make or has made, or what is wrong with it."""
    job = _job_or_404(request, pk)
    # The errors quote what stands in the file.
    record_view(by=request.user, object_type="families.importjob", object_id=job.pk)
    context = {
        "job": job,
        "tone": TONES.get(job.state, "neutral"),
        "progress": _progress(job),
        "is_abandoned": jobs.is_abandoned(job),
        "counts": _counts(job),
        "problems": job.outcome.get("problems", []),
        "problem_count": job.outcome.get("problem_count", 0),
        "differences": job.outcome.get("differences", []),
        "difference_count": job.outcome.get("difference_count", 0),
    }
    return render(request, "families/import_job.html", context)


@requires(Role.COORDINATOR)
@require_GET
def import_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, for htmx; when there is nothing to wait for, the page loads anew."""
    job = _job_or_404(request, pk)
    if not job.is_busy:
        answer = HttpResponse(status=200)
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, "families/parts/import_progress.html", {"progress": _progress(job)})


@requires(Role.COORDINATOR)
@require_POST
def import_now(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes: write what was checked."""
    job = _job_or_404(request, pk)
    try:
        job = jobs.say_yes(by=request.user, job=job)
    except ValidationError as refusal:
        announce(request, " ".join(refusal.messages), level=messages.ERROR)
    else:
        _let_work(job)
    return redirect(_url(job))


@requires(Role.COORDINATOR)
@require_POST
def import_put_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """No: throw the file away."""
    job = jobs.put_aside(by=request.user, job=_job_or_404(request, pk))
    if job.state == ImportState.DISCARDED:
        announce(request, gettext("%(file)s was put aside.") % {"file": job.file_name})
    return redirect("families:imports")


@requires(Role.COORDINATOR)
@require_GET
def guide_page(request: HttpRequest) -> HttpResponse:
    """What each record and column means at this site."""
    context = {"records": template.guide(), "answers": template.guide_answers()}
    return render(request, "families/import_guide.html", context)


@requires(Role.COORDINATOR)
@require_GET
def template_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The empty template, as a spreadsheet with its guide or as CSV."""
    makers = {"xlsx": (template.as_xlsx, XLSX), "csv": (template.as_csv, "text/csv")}
    if ending not in makers:
        raise Http404
    make, content_type = makers[ending]
    name = f"pace-{gettext('existing-cases')}.{ending}"
    return HttpResponse(
        make(),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _job_or_404(request: HttpRequest, pk: int) -> ImportJob:
    return get_object_or_404(ImportJob.objects.visible_to(request.user), pk=pk)


def _let_work(job: ImportJob) -> None:
    """A short file at once; a long one is left to a worker."""
    if jobs.is_short(job):
        jobs.work_on(job.pk)
    else:
        send(work_on_import, job.pk)


def _url(job: ImportJob) -> str:
    return reverse("families:import_job", kwargs={"pk": job.pk})


def _progress(job: ImportJob) -> Progress | None:
    if not job.is_busy:
        return None
    label = gettext("Importing %(file)s") if job.state == ImportState.WRITING else None
    label = label or gettext("Checking %(file)s")
    url = reverse("families:import_progress", kwargs={"pk": job.pk})
    return Progress(job.pk, label % {"file": job.file_name}, job.percent, url)


def _counts(job: ImportJob) -> list[Count]:
    told: dict[str, Any] = job.outcome.get("counts", {})
    return [
        Count(label=str(kind.label), **told[kind.code])
        for kind in kinds.in_order()
        if kind.code in told
    ]
