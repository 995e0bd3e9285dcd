"""What childcare tells on a family's timeline: one entry a month, not one a morning."""

from typing import Any

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.ui.formats import list_of, month
from tenants.childcare.models import Attendance
from tenants.families.models import Family
from tenants.families.timeline import TimelineEntry


def entries(family: Family, user: Any) -> list[TimelineEntry]:
    """For each month the day-parts attended, by child. One query."""
    by_child = (
        Attendance.objects.visible_to(user)
        .filter(family=family)
        .order_by()
        .annotate(month=TruncMonth("session__on"))
        .values("month", "child_id", "child__first_name")
        .annotate(day_parts=Count("id"), last_on=Max("session__on"))
        .order_by("month", "child__first_name", "child_id")
    )
    months: dict[Any, list[dict[str, Any]]] = {}
    for row in by_child:
        months.setdefault(row["month"], []).append(row)
    return [_entry(rows) for rows in months.values()]


def _entry(rows: list[dict[str, Any]]) -> TimelineEntry:
    total = sum(row["day_parts"] for row in rows)
    text = ngettext(
        "Childcare: %(number)d day-part in %(month)s",
        "Childcare: %(number)d day-parts in %(month)s",
        total,
    )
    each = _("%(name)s %(number)d")
    by_child = [
        each % {"name": row["child__first_name"], "number": row["day_parts"]} for row in rows
    ]
    return TimelineEntry(
        on=max(row["last_on"] for row in rows),
        title=text % {"number": total, "month": month(rows[0]["month"])},
        icon="balloon",
        text=list_of(by_child) if len(rows) > 1 else rows[0]["child__first_name"],
        tone="info",
    )
