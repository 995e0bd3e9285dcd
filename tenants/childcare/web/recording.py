"""Childcare recorded from a family's file, by a coach who knows who came."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from core.accounts.access import requires
from core.sites.selectors import current_configuration
from tenants.childcare import services
from tenants.childcare.permissions import FILE_ROLES
from tenants.childcare.web.forms import AttendanceForm
from tenants.families.web.recording import back_to_file, family_of, recorded, recording_page


@requires(*FILE_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, reference: str) -> HttpResponse:
    """Several children and day-parts at once: all of it is recorded, or nothing."""
    family = family_of(request, reference)
    children = {child.pk: child for child in family.children.order_by("birth_date", "id")}
    form = AttendanceForm(
        request.POST or None,
        children=list(children.values()),
        configuration=current_configuration().configuration,
        today=timezone.localdate(),
    )

    def record_it() -> Any:
        return services.record_attendances(
            children=[children[pk] for pk in form.cleaned_data["child"]],
            on=form.cleaned_data["on"],
            day_parts=form.cleaned_data["day_part"],
            by=request.user,
        )

    done = recorded(request, form, record_it)
    if done:
        warnings = sorted({each.warning for each in done if each.warning})
        level = messages.WARNING if warnings else messages.SUCCESS
        return back_to_file(request, family, " ".join([_text(done), *warnings]), level=level)
    return recording_page(request, "childcare/attendance.html", family, form)


def _text(done: list[services.Recorded]) -> str:
    new = [each for each in done if not each.repeated]
    if not new:
        return _("This was recorded already.")
    text = ngettext(
        "%(number)d day-part of childcare is recorded.",
        "%(number)d day-parts of childcare are recorded.",
        len(new),
    )
    return text % {"number": len(new)}
