"""My work today: what waits, each with its next step."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from core.accounts.access import requires
from core.accounts.enums import SITE_ROLES
from core.ui.names import split
from tenants.families import today as register
from tenants.families.permissions import can_work_with_families

NOON, EVENING = 12, 18  # o'clock, the site's own time


@requires(*SITE_ROLES)
def today(request: HttpRequest) -> HttpResponse:
    """The start page of a site's host."""
    now = timezone.localtime()
    groups = register.groups_for(request.user, now.date())
    return render(
        request,
        "families/today.html",
        {
            "greeting": greeting(now, request.user.name),
            "day": now.date(),
            "groups": groups,
            "count": sum(group.count for group in groups),
            "may_register": can_work_with_families(request.user),
        },
    )


def greeting(now: datetime, name: str) -> str:
    """ "Good morning, An", by the clock of the site."""
    given = split(name)[0] or name
    if now.hour < NOON:
        return _("Good morning, %(name)s") % {"name": given}
    if now.hour < EVENING:
        return _("Good afternoon, %(name)s") % {"name": given}
    return _("Good evening, %(name)s") % {"name": given}
