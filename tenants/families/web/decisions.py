"""The third and fourth step: the decision with its reasons, and what follows on it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.accounts.access import requires
from core.accounts.enums import Role
from core.sites.criteria import Outcome
from core.sites.selectors import NoConfiguration, configuration_number
from core.ui.forms import add_errors
from core.ui.notices import announce
from tenants.families.eligibility import answers_on, assess, assessment_of, replay
from tenants.families.enums import NextStep
from tenants.families.models import Decision, Guardian, WaitingEntry
from tenants.families.models.situation import STORED
from tenants.families.selectors import current_decision, current_intake, open_waiting_entry
from tenants.families.services import (
    decide,
    place_on_waiting_list,
    resume_waiting,
    start_guidance,
    withdraw_from_waiting_list,
)
from tenants.families.web.file import file_url
from tenants.families.web.forms.decision import DecisionForm, NextStepForm, WithdrawalForm
from tenants.families.web.found import decision_or_404, log_opening, parent_or_404
from tenants.families.web.shown import facts_of_answers, parent_url, shown, steps

ROLES = (Role.FAMILY_COACH, Role.COORDINATOR)


@requires(*ROLES)
def decide_on_parent(request: HttpRequest, reference: str, guardian: int) -> HttpResponse:
    """What the rules say of the finished intake; recording it makes it the decision."""
    parent = parent_or_404(request, reference, guardian)
    held = current_intake(parent)
    if held is None or not held.completed:
        return redirect(parent_url("intake", parent))
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            decision = decide(by=request.user, guardian=parent, **form.cleaned_data)
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            return redirect(_decision_url(decision))
    log_opening(request, parent.family)
    today = timezone.localdate()
    context = {
        "parent": parent,
        "family": parent.family,
        "form": form,
        "assessment": shown(assess(answers_on(parent, today), today)),
        "steps": steps("decision", parent),
    }
    return render(request, "families/decide.html", context)


@requires(*ROLES)
def decision_page(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """A decision: reasons, version of the rules, answers; with `?replay` decided once more."""
    decision = decision_or_404(request, reference, pk)
    log_opening(request, decision.family)
    return _page(request, decision, None)


@requires(*ROLES)
def next_step(request: HttpRequest, reference: str, guardian: int) -> HttpResponse:
    """GET leads to the decision that holds; POST starts guidance or lets the parent wait."""
    parent = parent_or_404(request, reference, guardian)
    decision = current_decision(parent)
    if decision is None:
        return redirect(parent_url("decide", parent))
    if request.method != "POST":
        return redirect(_decision_url(decision))
    form = NextStepForm(request.POST, waits=open_waiting_entry(parent) is not None)
    if form.is_valid():
        try:
            _take(request, parent, form.cleaned_data)
        except ValidationError as refusal:
            _show_refusal(form, refusal)
        else:
            return redirect(file_url(parent.family))
    log_opening(request, parent.family)
    return _page(request, decision, form)


def _show_refusal(form: NextStepForm, refusal: ValidationError) -> None:
    """The waiting list calls the day "since", the start "on"; here it is one field."""
    if hasattr(refusal, "error_dict"):
        for messages in refusal.message_dict.values():
            form.add_error("on", messages)
    else:
        form.add_error(None, refusal)


def _take(request: HttpRequest, parent: Guardian, filled: dict) -> None:
    words = {"name": parent.name}
    if filled["step"] == NextStep.START:
        start_guidance(by=request.user, guardian=parent, on=filled["on"])
        announce(request, _("Guidance for %(name)s has started.") % words)
    else:
        place_on_waiting_list(by=request.user, guardian=parent, since=filled["on"])
        announce(request, _("%(name)s is on the waiting list.") % words)


@requires(*ROLES)
def withdraw(request: HttpRequest, reference: str, guardian: int) -> HttpResponse:
    """Take a parent off the waiting list, with the reason."""
    parent = parent_or_404(request, reference, guardian)
    waiting = WaitingEntry.objects.visible_to(request.user).open()
    entry = get_object_or_404(waiting, guardian=parent)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_from_waiting_list(by=request.user, entry=entry, **form.cleaned_data)
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            undo = reverse("families:resume", kwargs={"reference": reference, "entry": entry.pk})
            text = _("%(name)s is off the waiting list.") % {"name": parent.name}
            announce(request, text, undo_url=undo)
            return redirect(file_url(parent.family))
    log_opening(request, parent.family)
    context = {"form": form, "parent": parent, "family": parent.family, "entry": entry}
    return render(request, "families/withdraw.html", context)


@requires(*ROLES)
@require_POST
def resume(request: HttpRequest, reference: str, entry: int) -> HttpResponse:
    """Undo a withdrawal."""
    entries = WaitingEntry.objects.visible_to(request.user).select_related("guardian", "family")
    found = get_object_or_404(entries, family__reference=reference, pk=entry)
    words = {"name": found.guardian.name}
    try:
        resume_waiting(by=request.user, entry=found)
    except ValidationError as refusal:
        announce(request, " ".join(refusal.messages), level=messages.ERROR)
    else:
        announce(request, _("%(name)s waits again, since the same day as before.") % words)
    return redirect(file_url(found.family))


def _page(request: HttpRequest, decision: Decision, form: NextStepForm | None) -> HttpResponse:
    parent = decision.guardian
    entry = open_waiting_entry(parent)
    holds = current_decision(parent) == decision
    context = {
        "decision": decision,
        "parent": parent,
        "family": decision.family,
        "assessment": shown(assessment_of(decision)),
        "answers": facts_of_answers(decision.answers, _answered(decision)),
        "version": _version(decision),
        "steps": steps("next", parent, decision=decision),
        "entry": entry,
        "holds": holds,
        "next_step_form": (form or NextStepForm(waits=entry is not None))
        if holds and _can_go_on(decision)
        else None,
        "next_step_url": parent_url("next_step", parent),
        "replayed": replay(decision) if "replay" in request.GET else None,
    }
    return render(request, "families/decision.html", context)


def _can_go_on(decision: Decision) -> bool:
    """It is eligible, and guidance has not been asked for on it."""
    return decision.outcome == Outcome.ELIGIBLE and decision.next_step != NextStep.START


def _answered(decision: Decision) -> list[str]:
    """What was known; unknown answers stand among the reasons where they matter."""
    computed = [code for code in decision.answers if code not in STORED]
    order = [*STORED, *computed]
    return [code for code in order if decision.answers.get(code) is not None]


def _version(decision: Decision):
    """The version of the rules, None where it can no longer be read."""
    try:
        return configuration_number(decision.configuration_number)
    except NoConfiguration:
        return None


def _decision_url(decision: Decision) -> str:
    return reverse(
        "families:decision",
        kwargs={"reference": decision.family.reference, "pk": decision.pk},
    )
