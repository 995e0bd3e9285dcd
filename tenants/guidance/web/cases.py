"""The cases that run, and in whose hands they are."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.accounts.access import requires
from core.accounts.enums import Role
from core.accounts.models import User
from core.ui.notices import announce
from tenants.families.web.recording import recorded
from tenants.guidance import services
from tenants.guidance.models import Case
from tenants.guidance.permissions import GUIDANCE_ROLES
from tenants.guidance.selectors import DAYS_WITHOUT_CONTACT, coaches, running_cases
from tenants.guidance.web.forms import CoachForm

PAGE_LENGTH = 25
MINE, ALL, NOBODY = "me", "all", "none"


@requires(*GUIDANCE_ROLES)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Running cases, who has waited longest for a talk first: mine, everybody's, nobody's."""
    today = timezone.localdate()
    chosen = request.GET.get("coach", _usual_view(request.user))
    found = running_cases(request.user)
    page = Paginator(_of(found, chosen, request.user), PAGE_LENGTH).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "rows": [_row(case, today) for case in page],
        "tabs": _tabs(chosen),
        "chosen": chosen,
        "days_without_contact": DAYS_WITHOUT_CONTACT,
    }
    return render(request, "guidance/cases.html", context)


@requires(*GUIDANCE_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a case into somebody's hands."""
    found = Case.objects.visible_to(request.user).select_related("guardian", "family")
    case = get_object_or_404(found, pk=pk)
    people = {person.pk: person for person in coaches()}
    form = CoachForm(
        request.POST or None,
        coaches=[(pk, person.name) for pk, person in people.items()],
        initial={"coach": case.coach_id},
    )

    def record_it() -> Any:
        coach: User = people[form.cleaned_data["coach"]]
        return services.assign_coach(case=case, coach=coach, by=request.user)

    changed = recorded(request, form, record_it)
    if changed:
        words = {"coach": changed.coach_name, "name": case.guardian.name}
        announce(request, _("%(coach)s now guides %(name)s.") % words)
        return redirect("families:file", reference=case.family.reference)
    status = 422 if form.is_bound else 200
    return render(request, "guidance/assign.html", {"form": form, "case": case}, status=status)


def _usual_view(user: Any) -> str:
    return MINE if user.has_role(Role.FAMILY_COACH) else ALL


def _of(found: Any, chosen: str, user: Any) -> Any:
    if chosen == MINE:
        return found.of_coach(user)
    return found.filter(coach=None) if chosen == NOBODY else found


def _tabs(chosen: str) -> list[dict[str, object]]:
    labels = ((MINE, _("My families")), (ALL, _("All coaches")), (NOBODY, _("No coach yet")))
    return [
        {"label": label, "href": f"?coach={code}", "current": code == chosen}
        for code, label in labels
    ]


def _row(case: Case, today: date) -> dict[str, object]:
    days = (today - case.silent_since).days
    return {
        "case": case,
        "days": days,
        "is_silent": days >= DAYS_WITHOUT_CONTACT,
        "tried_since": case.last_attempt_on
        if case.last_attempt_on and case.last_attempt_on > case.silent_since
        else None,
    }
