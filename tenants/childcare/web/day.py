"""A day in care, on the tablet on the counter: who is here, how many places are left.

The page knows children by first name, initial and age. Nothing else of a family is on it, for
anybody: it stands open on a counter.
"""

from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.accounts.access import requires
from core.audit.services import record_view
from core.sites.selectors import NoConfiguration
from core.ui.notices import announce
from tenants.childcare import services
from tenants.childcare.models import Attendance
from tenants.childcare.permissions import CARE_ROLES
from tenants.childcare.selectors import (
    DayPartInCare,
    children_in_care,
    day_in_care,
    find_children,
    short_name,
)
from tenants.childcare.web.forms import AddForm, DayForm


@requires(*CARE_ROLES)
@require_safe
def day(request: HttpRequest) -> HttpResponse:
    """Who came on a day, by day-part."""
    on, today = _chosen_day(request), timezone.localdate()
    try:
        parts = day_in_care(request.user, on)
    except NoConfiguration:
        parts = []
    _log_view(request, on)
    context = {
        "on": on,
        "is_today": on == today,
        "form": DayForm(initial={"on": on}),
        "parts": parts,
        "before": on - timedelta(days=1),
        "after": on + timedelta(days=1) if on < today else None,
    }
    return render(request, "childcare/day.html", context)


@requires(*CARE_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Tap the children who are here; the page stays, for the next one at the door."""
    if request.method == "POST":
        return _add_one(request)
    on = _chosen_day(request)
    part = _day_part(request, on, request.GET.get("day_part", ""))
    text = request.GET.get("q", "")
    if not request.htmx:
        _log_view(request, on)
    context = {
        "on": on,
        "part": part,
        "text": text,
        "children": find_children(request.user, on, part.code, text),
        "back": f"{reverse('childcare:day')}?on={on:%Y-%m-%d}#{part.code}",
    }
    return render(request, "childcare/add.html", context)


@requires(*CARE_ROLES)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was recorded by mistake."""
    visible = Attendance.objects.visible_to(request.user).select_related("session", "child")
    attendance = visible.filter(pk=pk).first()
    if attendance is None:
        return redirect("childcare:day")
    services.undo_attendance(attendance=attendance, by=request.user)
    announce(request, _("%(name)s is taken off the list.") % {"name": short_name(attendance.child)})
    on, part = attendance.session.on, attendance.session.day_part
    return redirect(f"{reverse('childcare:day')}?on={on:%Y-%m-%d}#{part}")


def _add_one(request: HttpRequest) -> HttpResponse:
    form = AddForm(request.POST)
    if not form.is_valid():
        raise Http404
    on, code = form.cleaned_data["on"], form.cleaned_data["day_part"]
    allowed = children_in_care(request.user)
    child = get_object_or_404(allowed, pk=form.cleaned_data["child"])
    try:
        recorded = services.record_attendance(child=child, on=on, day_part=code, by=request.user)
    except ValidationError as refusal:
        announce(request, " ".join(refusal.messages), level=messages.ERROR)
    else:
        text = _("%(name)s is on the list.") % {"name": short_name(child)}
        level = messages.WARNING if recorded.warning else messages.SUCCESS
        undo_url = reverse("childcare:undo", args=[recorded.attendance.pk])
        announce(request, f"{text} {recorded.warning}".strip(), level=level, undo_url=undo_url)
    query = urlencode({"on": f"{on:%Y-%m-%d}", "day_part": code})
    return redirect(f"{reverse('childcare:add')}?{query}")


def _chosen_day(request: HttpRequest) -> date:
    """The day in the address, or today where it is none or still to come."""
    today = timezone.localdate()
    form = DayForm(request.GET)
    return min(form.cleaned_data["on"], today) if form.is_valid() else today


def _day_part(request: HttpRequest, on: date, code: str) -> DayPartInCare:
    try:
        parts = day_in_care(request.user, on)
    except NoConfiguration:
        parts = []
    found = next((part for part in parts if part.code == code), None)
    if found is None:
        raise Http404
    return found


def _log_view(request: HttpRequest, on: date) -> None:
    record_view(by=request.user, object_type="childcare.day", object_id=on.isoformat())
