"""The second step: the intake, with what the rules say beside it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.accounts.access import requires
from core.accounts.enums import Role
from core.sites.selectors import NoConfiguration, current_configuration
from core.ui.forms import add_errors
from core.ui.notices import announce
from tenants.families.eligibility import assess, complete_answers
from tenants.families.models import Guardian, Situation
from tenants.families.selectors import current_intake
from tenants.families.services import record_intake
from tenants.families.web.file import file_url
from tenants.families.web.forms.intake import IntakeForm
from tenants.families.web.found import log_opening, parent_or_404
from tenants.families.web.shown import ShownAssessment, parent_url, shown, steps

LATER = "later"


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def intake(request: HttpRequest, reference: str, guardian: int) -> HttpResponse:
    """Ask, write down, go on to the decision, or save for later."""
    parent = parent_or_404(request, reference, guardian)
    if request.method != "POST":
        log_opening(request, parent.family)
        form, answers = _first_form(parent)
        return _page(request, parent, form, _assessed(parent, answers, timezone.localdate()))
    form = _bound_form(request)
    if form.is_valid() and (answer := _recorded(request, parent, form)):
        return answer
    log_opening(request, parent.family)
    return _page(request, parent, form, _assessed_form(parent, form))


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
@require_POST
def check_answers(request: HttpRequest, reference: str, guardian: int) -> HttpResponse:
    """What the rules say of the answers typed so far; stores nothing."""
    parent = parent_or_404(request, reference, guardian)
    form = _bound_form(request)
    assessment = _assessed_form(parent, form)
    if request.htmx:
        return render(request, "families/parts/live.html", {"assessment": assessment})
    log_opening(request, parent.family)
    return _page(request, parent, form, assessment)


def _recorded(request: HttpRequest, parent: Guardian, form: IntakeForm) -> HttpResponse | None:
    """Record the intake and go on; None when the service refuses."""
    completed = LATER not in request.POST
    try:
        record_intake(
            by=request.user,
            guardian=parent,
            held_on=form.cleaned_data["held_on"],
            answers=form.answers(),
            not_asked=form.not_asked(),
            completed=completed,
        )
    except ValidationError as refusal:
        add_errors(form, refusal)
        return None
    if completed:
        return redirect(parent_url("decide", parent))
    announce(request, _("The intake is saved. You find it again under Today."))
    return redirect(file_url(parent.family))


def _first_form(parent: Guardian) -> tuple[IntakeForm, Mapping[str, Any]]:
    """The form with what is known: an unfinished intake, the last situation, the family's file."""
    unfinished = current_intake(parent)
    situation = _last_situation(parent)
    family = parent.family
    answers = {
        "residence_lau": family.residence_lau or None,
        "household_language": family.household_language or None,
    }
    if situation is not None:
        known = situation.stored_answers().items()
        answers |= {code: answer for code, answer in known if answer is not None}
    held_on = unfinished.held_on if unfinished and not unfinished.completed else None
    form = IntakeForm(
        configuration=current_configuration().configuration,
        answers=answers,
        not_asked=situation.not_asked if situation else None,
        initial={"held_on": held_on},
    )
    return form, answers


def _last_situation(parent: Guardian) -> Situation | None:
    return Situation.objects.filter(guardian=parent).order_by("-assessed_on", "-id").first()


def _bound_form(request: HttpRequest) -> IntakeForm:
    return IntakeForm(request.POST, configuration=current_configuration().configuration)


def _assessed_form(parent: Guardian, form: IntakeForm) -> ShownAssessment | None:
    """By the answers that are valid so far and on the day typed, else today."""
    form.is_valid()
    on = form.cleaned_data.get("held_on") or timezone.localdate()
    return _assessed(parent, form.answers(), on)


def _assessed(parent: Guardian, answers: Mapping[str, Any], on: date) -> ShownAssessment | None:
    """None on a day without rules."""
    try:
        return shown(assess(complete_answers(parent, answers, on), on))
    except NoConfiguration:
        return None


def _page(
    request: HttpRequest, parent: Guardian, form: IntakeForm, assessment: ShownAssessment | None
) -> HttpResponse:
    context = {
        "parent": parent,
        "family": parent.family,
        "form": form,
        "assessment": assessment,
        "steps": steps("intake", parent),
        "check_url": parent_url("check_answers", parent),
    }
    return render(request, "families/intake.html", context)
