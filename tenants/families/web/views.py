"""The first pages about families."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from core.accounts.access import requires
from core.accounts.enums import SITE_ROLES, Role
from core.audit.services import record_view
from tenants.families import actions, timeline
from tenants.families import today as today_register
from tenants.families.models import Family


@requires(*SITE_ROLES)
def today(request: HttpRequest) -> HttpResponse:
    """My work today."""
    day = timezone.localdate()
    groups = today_register.groups_for(request.user, day)
    return render(request, "families/today.html", {"groups": groups, "day": day})


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def families(request: HttpRequest) -> HttpResponse:
    """The list of families."""
    rows = Family.objects.visible_to(request.user).by_name()[:50]
    return render(request, "families/list.html", {"families": rows})


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def family_file(request: HttpRequest, reference: str) -> HttpResponse:
    """One family's file; opening it is logged, or it is not served."""
    family = get_object_or_404(Family.objects.visible_to(request.user), reference=reference)
    record_view(
        by=request.user,
        object_type="families.family",
        object_id=family.pk,
        family_id=family.pk,
    )
    return render(
        request,
        "families/file.html",
        {
            "family": family,
            "entries": timeline.entries_for(family, request.user),
            "record_actions": actions.offered(family, request.user),
        },
    )
