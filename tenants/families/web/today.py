"""My work today: what waits, each with its next step."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.accounts.access import requires
from core.accounts.enums import SITE_ROLES
from core.ui.formats import long_date, number
from core.ui.names import split
from tenants.families import today as register
from tenants.families.permissions import can_work_with_families

NOON, EVENING = 12, 18  # o'clock, the site's own time


@requires(*SITE_ROLES)
def today(request: HttpRequest) -> HttpResponse:
    """The start page of a site's host."""
    now = timezone.localtime()
    groups = register.groups_for(request.user, now.date())
    count = sum(group.count for group in groups)
    return render(
        request,
        "families/today.html",
        {
            "greeting": greeting(now, request.user.name),
            "lead": lead(now.date(), count),
            "groups": groups,
            "may_register": can_work_with_families(request.user),
        },
    )


def lead(day: date, count: int) -> str:
    """The day, and how much waits."""
    if not count:
        return long_date(day)
    words = ngettext(
        "%(day)s · %(count)s thing waits for you", "%(day)s · %(count)s things wait for you", count
    )
    return words % {"day": long_date(day), "count": number(count)}


def greeting(now: datetime, name: str) -> str:
    """ "Good morning, An", by the clock of the site."""
    given = split(name)[0] or name
    if now.hour < NOON:
        return _("Good morning, %(name)s") % {"name": given}
    if now.hour < EVENING:
        return _("Good afternoon, %(name)s") % {"name": given}
    return _("Good evening, %(name)s") % {"name": given}
