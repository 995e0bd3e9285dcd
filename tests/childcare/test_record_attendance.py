"""A child takes a place in a day-part, or hears which rule stands against it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.childcare.models import Attendance, CareSession
from tenants.childcare.services import record_attendance, record_attendances, undo_attendance
from tests.childcare.conftest import TODAY, WEDNESDAY
from tests.childcare.rules import change_care
from tests.households import child_of, household

pytestmark = pytest.mark.django_db

MORNING = {"on": TODAY, "day_part": "morning"}


def fill(by, places, **changed):
    """So many children of other families take places in the morning."""
    family = household("Peeters")
    for number in range(places):
        record_attendance(child=child_of(family, f"Kind {number}"), by=by, **(MORNING | changed))


def test_it_gives_the_first_seat_of_the_session(child, coach):
    attendance = record_attendance(child=child, by=coach, **MORNING).attendance
    assert (attendance.seat, attendance.family_id) == (1, child.family_id)
    assert attendance.session.capacity == 15


@pytest.mark.parametrize("role", ["childcare_worker", "team_coach", "coordinator", "coach"])
def test_staff_and_coaches_record_who_came(role, child, request):
    person = request.getfixturevalue(role)
    assert record_attendance(child=child, by=person, **MORNING).attendance.pk


@pytest.mark.parametrize("role", ["stranger", "administrator"])
def test_nobody_else_records_reads_or_takes_back(role, child, coach, request):
    person = request.getfixturevalue(role)
    with pytest.raises(NotPermitted):
        record_attendance(child=child, by=person, **MORNING)
    attendance = record_attendance(child=child, by=coach, **MORNING).attendance
    with pytest.raises(NotPermitted):
        undo_attendance(attendance=attendance, by=person)
    assert not Attendance.objects.visible_to(person).exists()
    assert not CareSession.objects.visible_to(person).exists()


def test_recording_it_twice_is_once(child, coach):
    record_attendance(child=child, by=coach, **MORNING)
    assert record_attendance(child=child, by=coach, **MORNING).repeated
    assert Attendance.objects.count() == 1
    assert Entry.objects.filter(action="childcare.attendance_recorded").count() == 1


def test_it_refuses_a_day_part_that_is_full_and_names_the_rule_and_its_source(child, coach):
    fill(coach, 15)
    with pytest.raises(ValidationError) as refusal:
        record_attendance(child=child, by=coach, **MORNING)
    (message,) = refusal.value.message_dict["day_part"]
    assert "All 15 places of the morning" in message
    assert "City of Mechelen, slides on 38 VOLT" in message


def test_a_full_morning_leaves_the_afternoon_open(child, coach):
    fill(coach, 15)
    assert record_attendance(child=child, on=TODAY, day_part="afternoon", by=coach).attendance


def test_a_limit_that_advises_warns_and_gives_a_seat_above_it(child, coach):
    change_care(capacity_per_day_part=2, capacity_binding=False)
    fill(coach, 2)
    recorded = record_attendance(child=child, by=coach, **MORNING)
    assert recorded.attendance.seat == 3
    assert "3 children for 2 places" in recorded.warning
    assert Attendance.objects.above_capacity().get() == recorded.attendance


def test_a_lowered_limit_keeps_who_is_in_and_refuses_who_comes(child, coach):
    fill(coach, 3)
    change_care(capacity_per_day_part=2, capacity_binding=True)
    with pytest.raises(ValidationError):
        record_attendance(child=child, by=coach, **MORNING)
    assert Attendance.objects.count() == 3


def test_a_seat_that_was_taken_back_is_given_again(child, coach):
    fill(coach, 15)
    undo_attendance(attendance=Attendance.objects.get(seat=7), by=coach)
    assert record_attendance(child=child, by=coach, **MORNING).attendance.seat == 7


def test_a_day_part_has_its_weekdays(child, coach):
    with pytest.raises(ValidationError) as refusal:
        record_attendance(child=child, on=WEDNESDAY, day_part="afternoon", by=coach)
    (message,) = refusal.value.message_dict["day_part"]
    assert "Monday, Tuesday, Thursday and Friday" in message


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2016, 12, 30), date(1816, 12, 30)])
def test_it_refuses_days_to_come_and_days_before_the_site_began(child, coach, day):
    with pytest.raises(ValidationError) as refusal:
        record_attendance(child=child, on=day, day_part="morning", by=coach)
    assert set(refusal.value.message_dict) == {"on"}


def test_there_is_no_such_day_part(child, coach):
    with pytest.raises(ValidationError, match="Morning and Afternoon"):
        record_attendance(child=child, on=TODAY, day_part="night", by=coach)


@pytest.mark.parametrize(
    ("born", "comes"),
    [
        (TODAY, True),
        (date(2023, 11, 20), True),
        (date(2023, 11, 19), False),
        (TODAY + timedelta(days=1), False),
        (None, True),
    ],
)
def test_the_care_has_its_ages_and_an_unknown_age_keeps_nobody_out(family, coach, born, comes):
    child = child_of(family, birth_date=born)
    if comes:
        assert record_attendance(child=child, by=coach, **MORNING).attendance
        return
    with pytest.raises(ValidationError) as refusal:
        record_attendance(child=child, by=coach, **MORNING)
    assert set(refusal.value.message_dict) == {"child"}


def test_several_at_once_are_all_or_nothing(family, child, coach):
    sister = child_of(family, "Ece")
    fill(coach, 14)
    with pytest.raises(ValidationError):
        record_attendances(
            children=[child, sister], on=TODAY, day_parts=["morning", "afternoon"], by=coach
        )
    assert not Attendance.objects.filter(family=family).exists()


def test_several_at_once_take_a_seat_each(family, child, coach):
    sister = child_of(family, "Ece")
    recorded = record_attendances(
        children=[child, sister], on=TODAY, day_parts=["morning", "afternoon"], by=coach
    )
    assert sorted(each.attendance.seat for each in recorded) == [1, 1, 2, 2]


def test_taking_back_twice_is_once_and_leaves_its_trace(child, coach):
    attendance = record_attendance(child=child, by=coach, **MORNING).attendance
    assert undo_attendance(attendance=attendance, by=coach)
    assert not undo_attendance(attendance=attendance, by=coach)
    assert Entry.objects.filter(action="childcare.attendance_undone").count() == 1


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [
        ({"seat": 1}, "seat_taken_once"),
        ({"seat": 2}, "child_once_per_session"),
        ({"seat": 0}, "seat"),
    ],
)
def test_the_database_itself_gives_a_seat_once(child, coach, changed, constraint):
    first = record_attendance(child=child, by=coach, **MORNING).attendance
    other = child if constraint == "child_once_per_session" else child_of(child.family, "Ece")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Attendance.objects.create(
            session=first.session, child=other, family=child.family, **changed
        )
