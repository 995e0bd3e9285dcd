"""Who came: a child takes a seat in a session, and the last place is given once.

Everything that can be checked without the session is checked first; then its row is locked and
what is taken is counted, so that the lock is held as short as possible and nobody counts beside
it. Several sessions are locked in the order of their ids: two people who record the same
day-parts wait for each other and never block each other for good.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from core.audit.services import record
from core.sites.configuration import SiteConfiguration
from tenants.childcare.capacity import Capacity
from tenants.childcare.models import Attendance, CareSession
from tenants.childcare.permissions import must_record_attendance
from tenants.childcare.services.checks import check_attendance
from tenants.families.models import Child
from tenants.families.validation import Findings


@dataclass(frozen=True)
class Recorded:
    """What came of it: `warning` is told, `repeated` means that it stood there already."""

    attendance: Attendance
    warning: str = ""
    repeated: bool = False


def record_attendance(*, child: Child, on: date, day_part: str, by: Any) -> Recorded:
    """Record that a child came in one day-part; twice is once.

    Raises `NotPermitted`, or `ValidationError` by field (child, on, day_part): for a day still
    to come, a day-part that is not open, a child outside the ages, and when every place is
    taken and the site's limit binds.
    """
    return record_attendances(children=[child], on=on, day_parts=[day_part], by=by)[0]


def record_attendances(
    *, children: Sequence[Child], on: date, day_parts: Sequence[str], by: Any
) -> list[Recorded]:
    """Record these children in these day-parts of one day: all of it or nothing."""
    must_record_attendance(by)
    found = Findings()
    configuration = check_attendance(
        found, children=list(children), on=on, day_parts=list(day_parts)
    )
    found.refuse_if_any()
    with transaction.atomic():
        sessions = _lock_sessions(configuration, on, day_parts)
        recorded = [
            _take_seat(found, configuration, session, child, by)
            for session in sessions
            for child in children
        ]
        found.refuse_if_any()
    return [each for each in recorded if each is not None]


def undo_attendance(*, attendance: Attendance, by: Any) -> bool:
    """Take back an attendance that was recorded by mistake. False: it was gone already."""
    must_record_attendance(by)
    with transaction.atomic():
        session = CareSession.objects.select_for_update().get(pk=attendance.session_id)
        found = Attendance.objects.filter(pk=attendance.pk).first()
        if found is None:
            return False
        _log(found, session, by=by, action="childcare.attendance_undone")
        found.delete()
    return True


def _lock_sessions(
    configuration: SiteConfiguration, on: date, day_parts: Sequence[str]
) -> list[CareSession]:
    """The sessions of these day-parts, made if need be, locked in the order of their ids."""
    CareSession.objects.bulk_create(
        [
            CareSession(on=on, day_part=code, capacity=configuration.capacity_of(code))
            for code in sorted(set(day_parts))
        ],
        ignore_conflicts=True,
    )
    sessions = CareSession.objects.filter(on=on, day_part__in=day_parts)
    return list(sessions.order_by("id").select_for_update())


def _take_seat(
    found: Findings,
    configuration: SiteConfiguration,
    session: CareSession,
    child: Child,
    by: Any,
) -> Recorded | None:
    """Give the lowest free seat of a locked session, or add why not to `found`."""
    standing = session.attendances.filter(child=child).first()
    if standing is not None:
        return Recorded(standing, repeated=True)
    capacity = Capacity.of(configuration, session.day_part)
    _follow_the_rule(session, capacity)
    taken = set(session.attendances.values_list("seat", flat=True))
    part = configuration.day_part(session.day_part)
    if len(taken) >= capacity.places and capacity.binding:
        # Brothers and sisters who come together hear once that there is no place.
        found.messages["day_part"] = [capacity.refusal(part, session.on)]
        return None
    attendance = Attendance.objects.create(
        session=session,
        child=child,
        family_id=child.family_id,
        seat=min(set(range(1, len(taken) + 2)) - taken),
        recorded_by_name=by.name,
    )
    _log(attendance, session, by=by, action="childcare.attendance_recorded")
    count = len(taken) + 1
    warning = capacity.warning(part, session.on, count) if count > capacity.places else ""
    return Recorded(attendance, warning=warning)


def _follow_the_rule(session: CareSession, capacity: Capacity) -> None:
    """A capacity that was published later holds for who comes now; who has a seat keeps it."""
    if session.capacity != capacity.places:
        session.capacity = capacity.places
        session.save(update_fields=["capacity"])


def _log(attendance: Attendance, session: CareSession, *, by: Any, action: str) -> None:
    record(
        by=by,
        action=action,
        object_type="childcare.attendance",
        object_id=attendance.pk,
        family_id=attendance.family_id,
        details={
            "on": session.on,
            "day_part": session.day_part,
            "child": attendance.child_id,
            "seat": attendance.seat,
        },
    )
