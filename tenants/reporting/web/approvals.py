"""Periods: which are approved, what a period's figures are, approving, withdrawing."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.accounts.access import requires
from core.ui.forms import PlainForm, add_errors
from core.ui.notices import announce
from tenants.reporting import services
from tenants.reporting.completeness import gaps
from tenants.reporting.figures import configuration_of, figures
from tenants.reporting.models import Submission
from tenants.reporting.periods import Period, last_half_years
from tenants.reporting.permissions import APPROVERS, FIGURE_READERS, can_approve
from tenants.reporting.selectors import (
    arrivals,
    differences,
    standing_submission,
    submissions,
)
from tenants.reporting.web.approved import (
    arrival_job,
    changed_rows,
    face_tables,
    signatures,
    totals,
)
from tenants.reporting.web.forms import ApprovalPeriodForm, WithdrawalForm
from tenants.reporting.web.shown import in_order, shown_figures
from tenants.reporting.words import CategoryWords, gap_label, half_year_text, period_text

HALF_YEARS_SHOWN = 6


@requires(*FIGURE_READERS)
@require_safe
def periods(request: HttpRequest) -> HttpResponse:
    """The last half years, and every approval there was."""
    form = ApprovalPeriodForm(request.GET if "end" in request.GET else None)
    if form.is_bound and form.is_valid():
        chosen = form.period()
        return redirect("reporting:period", start=chosen.start, end=chosen.end)
    found = list(submissions(request.user))
    arrived = arrivals(found)
    standing = {(s.period_start, s.period_end): s for s in found if not s.is_withdrawn}
    context = {
        "form": form,
        "half_years": [
            _half_year(period, standing.get((period.start, period.end)))
            for period in last_half_years(timezone.localdate(), HALF_YEARS_SHOWN)
        ],
        "approvals": [{"submission": s, "arrival": arrived[s.pk], **signatures(s)} for s in found],
        "may_approve": can_approve(request.user),
    }
    return render(request, "reporting/periods.html", context, status=422 if form.errors else 200)


def _half_year(period: Period, submission: Submission | None) -> dict[str, Any]:
    return {
        "text": half_year_text(period.start),
        "submission": submission,
        "href": reverse("reporting:period", args=[period.start, period.end]),
    }


@requires(*FIGURE_READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def period(request: HttpRequest, start: date, end: date) -> HttpResponse:
    """A period's figures before they are approved; the coordinator approves them here."""
    if start > end:
        return redirect("reporting:period", start=end, end=start)
    asked = Period(start, end)
    form = PlainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            made = services.approve_period(start=start, end=end, by=request.user)
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            announce(request, _("The period is approved. Its figures are on their way."))
            return redirect("reporting:approved", pk=made.pk)
    elif standing := standing_submission(request.user, asked):
        return redirect("reporting:approved", pk=standing.pk)
    status = 422 if form.is_bound else 200
    return render(request, "reporting/period.html", _before(request, asked, form), status=status)


def _before(request: HttpRequest, asked: Period, form: PlainForm) -> dict[str, Any]:
    counted = figures(asked)
    configuration = configuration_of(asked)
    shown = shown_figures(counted, {}, configuration)
    found = gaps(asked.end, configuration)
    return {
        "form": form,
        "title": period_text(asked.start, asked.end),
        "figures": [shown[code] for code in in_order(shown)],
        "over": [{"label": gap_label(gap), "gap": gap} for gap in found if gap.is_over],
        "under": [
            {"label": gap_label(gap), "gap": gap}
            for gap in found
            if gap.missing and not gap.is_over
        ],
        "is_over": asked.end < timezone.localdate(),
        "has_rules": configuration is not None,
        "may_approve": can_approve(request.user),
    }


@requires(*FIGURE_READERS)
@require_safe
def approved(request: HttpRequest, pk: int) -> HttpResponse:
    """A frozen period: as it was approved, what changed since, what others see of it."""
    return _approved_page(request, _submission(request, pk), WithdrawalForm())


@requires(*APPROVERS)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an approval back, with the reason that partners will read."""
    submission = _submission(request, pk)
    form = WithdrawalForm(request.POST)
    if form.is_valid():
        try:
            services.withdraw_approval(
                submission=submission, reason=form.cleaned_data["reason"], by=request.user
            )
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            announce(request, _("The approval is withdrawn. Partners will see why."))
            return redirect("reporting:approved", pk=pk)
    return _approved_page(request, submission, form, status=422)


@requires(*FIGURE_READERS)
@require_safe
def arrival(request: HttpRequest, pk: int) -> HttpResponse:
    """The piece of the page that says whether the shared layer has it: refreshes itself."""
    submission = _submission(request, pk)
    job = arrival_job(submission, arrivals([submission])[submission.pk])
    return render(request, "reporting/parts/arrival.html", {"job": job})


def _submission(request: HttpRequest, pk: int) -> Submission:
    return get_object_or_404(submissions(request.user), pk=pk)


def _approved_page(
    request: HttpRequest, submission: Submission, form: WithdrawalForm, status: int = 200
) -> HttpResponse:
    asked = Period(submission.period_start, submission.period_end)
    configuration = configuration_of(asked)
    words = CategoryWords(configuration)
    found, tables = differences(submission), face_tables(submission, words)
    context = {
        "submission": submission,
        "title": period_text(asked.start, asked.end),
        "form": form,
        "job": arrival_job(submission, arrivals([submission])[submission.pk]),
        "changed": changed_rows(found, words),
        "tables": tables,
        "totals": totals(tables, found),
        "may_withdraw": can_approve(request.user) and not submission.is_withdrawn,
        **signatures(submission),
    }
    return render(request, "reporting/approved.html", context, status=status)
