"""What childcare staff opens first: the day-parts of today and the places that are left."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.accounts.access import has_one_of
from core.accounts.enums import Role
from core.sites.selectors import NoConfiguration
from tenants.childcare.selectors import DayPartInCare, day_in_care
from tenants.families.today import TodayGroup, TodayItem

IN_CARE = TodayGroup(
    code="childcare_today",
    title=gettext_lazy("In care today"),
    order=10,
    icon="balloon",
    lead=gettext_lazy("Record which children are here."),
)
STAFF = frozenset({Role.CHILDCARE_WORKER, Role.TEAM_COACH})


def items(user: Any, day: date) -> list[TodayItem]:
    """The open day-parts of today, for who works on the floor."""
    if not has_one_of(user, STAFF):
        return []
    try:
        return [_item(part, day) for part in day_in_care(user, day)]
    except NoConfiguration:
        return []


def _item(part: DayPartInCare, day: date) -> TodayItem:
    words = {"taken": part.taken, "places": part.capacity.places}
    return TodayItem(
        group=IN_CARE,
        title=part.label,
        href=reverse("childcare:day") + f"?on={day:%Y-%m-%d}#{part.code}",
        action=_("Record who is here"),
        text=_("%(taken)d of %(places)d places taken") % words,
        tone="attention" if part.is_full else "neutral",
        icon="balloon",
    )
