"""Who is in care on a day, and which children may be added: names and ages, nothing of a family."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.sites.configuration import DayPart, SiteConfiguration
from core.sites.selectors import configuration_on
from core.sites.texts import in_language
from tenants.childcare.capacity import Capacity
from tenants.childcare.models import Attendance
from tenants.families import states
from tenants.families.ages import full_months
from tenants.families.models import Child, Family

#: The state that guidance registers; families in it may bring their children.
IN_GUIDANCE = "in_guidance"

#: A child who came in these days is still offered after its guidance ended: places stay in use
#: until regular care has room.
RECENT_DAYS = 60

MOST_FOUND = 20


@dataclass(frozen=True)
class ChildInCare:
    """A child as childcare staff sees it. `attendance_id` is None for one not (yet) recorded."""

    child_id: int
    name: str
    age: str
    attendance_id: int | None = None
    above_capacity: bool = False


@dataclass
class DayPartInCare:
    """One day-part of a day: places and the children in them."""

    code: str
    label: str
    hours: str
    capacity: Capacity
    is_now: bool = False
    children: list[ChildInCare] = field(default_factory=list)

    @property
    def taken(self) -> int:
        return len(self.children)

    @property
    def free(self) -> int:
        return max(self.capacity.places - self.taken, 0)

    @property
    def is_full(self) -> bool:
        """No place left; where the limit binds, nobody can be added."""
        return self.taken >= self.capacity.places

    @property
    def is_closed(self) -> bool:
        return self.is_full and self.capacity.binding


def day_in_care(user: Any, on: date) -> list[DayPartInCare]:
    """The day-parts that are open on `on`, with who came. Two queries, however many children.

    Raises `NoConfiguration` for a day before the site's first.
    """
    configuration = configuration_on(on).configuration
    shown = {
        part.code: _empty(configuration, part, on)
        for part in configuration.day_parts
        if part.is_on(on)
    }
    came = Attendance.objects.visible_to(user).on_day(on)
    for attendance in came.select_related("session", "child").order_by("child__first_name", "id"):
        code = attendance.session.day_part
        if code not in shown:
            shown[code] = _not_open_any_more(configuration, code, attendance.session.capacity)
        seat_is_above = attendance.seat > shown[code].capacity.places
        shown[code].children.append(
            shown_child(attendance.child, on, attendance.pk, above_capacity=seat_is_above)
        )
    return list(shown.values())


def children_in_care(user: Any) -> Any:
    """The children that may be added at the door: in guidance, or in care not long ago."""
    in_guidance = states.states.get(IN_GUIDANCE)
    condition = in_guidance.condition() if in_guidance else Q(pk__in=[])
    guided = Family.objects.filter(condition, pk=OuterRef("family"))
    today = timezone.localdate()
    recent = Attendance.objects.between(today - timedelta(days=RECENT_DAYS), today)
    recent = recent.filter(child=OuterRef("pk"))
    return Child.objects.visible_to(user).filter(Exists(guided) | Exists(recent))


def find_children(user: Any, on: date, day_part: str, text: str) -> list[ChildInCare]:
    """Children to add to a day-part: by first name and, after a space, the family name's initial.

    In the order of first names, at most `MOST_FOUND`.
    """
    there = Attendance.objects.filter(
        session__on=on, session__day_part=day_part, child=OuterRef("pk")
    )
    children = children_in_care(user).exclude(Exists(there))
    first, _space, last = text.strip().partition(" ")
    if first:
        children = children.filter(first_name__istartswith=first)
    if last.strip():
        children = children.filter(last_name__istartswith=last.strip()[0])
    in_order = children.order_by("first_name", "last_name", "id")[:MOST_FOUND]
    return [shown_child(child, on) for child in in_order]


def shown_child(
    child: Child, on: date, attendance_id: int | None = None, *, above_capacity: bool = False
) -> ChildInCare:
    """First name, initial and age: what is needed to know a child at the door."""
    return ChildInCare(
        child_id=child.pk,
        name=short_name(child),
        age=age_in_words(child.birth_date, on),
        attendance_id=attendance_id,
        above_capacity=above_capacity,
    )


def short_name(child: Child) -> str:
    """First name and the family name's first letter: "Can Y."."""
    return (
        f"{child.first_name} {child.last_name[:1].upper()}."
        if child.last_name
        else child.first_name
    )


def age_in_words(birth_date: date | None, on: date) -> str:
    """Months under two years, years and months after; empty when not known."""
    if birth_date is None or birth_date > on:
        return ""
    months = full_months(birth_date, on)
    if months < 24:
        return ngettext("%(number)d month", "%(number)d months", months) % {"number": months}
    years, rest = divmod(months, 12)
    in_years = ngettext("%(number)d year", "%(number)d years", years) % {"number": years}
    if not rest:
        return in_years
    in_months = ngettext("%(number)d month", "%(number)d months", rest) % {"number": rest}
    return _("%(years)s and %(months)s") % {"years": in_years, "months": in_months}


def _empty(configuration: SiteConfiguration, part: DayPart, on: date) -> DayPartInCare:
    now = timezone.localtime()
    return DayPartInCare(
        code=part.code,
        label=in_language(part.label),
        hours=f"{part.starts:%H:%M}–{part.ends:%H:%M}",
        capacity=Capacity.of(configuration, part.code),
        is_now=on == now.date() and part.starts <= now.time() < part.ends,
    )


def _not_open_any_more(configuration: SiteConfiguration, code: str, places: int) -> DayPartInCare:
    """A day-part that was recorded under rules since changed is shown, not hidden."""
    labels = {part.code: in_language(part.label) for part in configuration.day_parts}
    return DayPartInCare(
        code=code,
        label=labels.get(code, code),
        hours="",
        capacity=Capacity(places=places, binding=True, source=""),
    )
