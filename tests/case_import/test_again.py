"""A file that comes again: nothing twice, nothing overwritten, ends are added."""

from datetime import date

import pytest

from core.audit.models import Entry
from tenants.childcare.models import Attendance
from tenants.childcare.services import record_attendance
from tenants.families.case_import.service import import_cases
from tenants.families.models import Child, Family, Guardian, WaitingEntry
from tenants.guidance.models import Case, WorkSpell
from tenants.learning.models import TrainingParticipation
from tests.case_import.files import (
    ADMISSION,
    ATTENDANCE,
    CONTACT,
    EVERYTHING,
    GUIDANCE,
    PEOPLE,
    TRAINING,
    WORK,
    csv_file,
    xlsx_file,
)

LATER = {"until": "2019-12-02", "outcome": "found_work"}


@pytest.fixture
def bring(coordinator):
    def bring(rows, make=csv_file, name="cases.csv"):
        outcome = import_cases(file=make(rows), name=name, by=coordinator)
        assert outcome.problems == []
        return outcome

    return bring


def test_the_same_file_makes_nothing_twice(bring):
    bring(EVERYTHING)
    entries = Entry.objects.count()
    again = bring(EVERYTHING)
    assert not again.written and not again.changes_something
    assert {tally.known for tally in again.counts.values()} == {1}
    assert Entry.objects.count() == entries


def test_the_same_rows_as_a_spreadsheet_are_known_too(bring):
    bring(EVERYTHING)
    again = bring(EVERYTHING, xlsx_file, "cases.xlsx")
    assert not again.changes_something and again.difference_count == 0


def test_only_what_is_new_is_written(bring):
    bring([*PEOPLE, *ADMISSION, GUIDANCE])
    outcome = bring(EVERYTHING)
    assert outcome.counts["family"].known == outcome.counts["guidance"].known == 1
    assert outcome.counts["contact"].new == outcome.counts["attendance"].new == 1
    assert Case.objects.get().contacts.count() == 1


def test_a_changed_row_changes_nothing_and_is_told(bring):
    bring(EVERYTHING)
    outcome = bring([*PEOPLE, CONTACT | {"kind": "phone"}])
    assert not outcome.written
    (difference,) = outcome.differences
    assert (difference.row, difference.column) == (5, "kind")
    assert (difference.in_file, difference.at_site) == ("phone", "home_visit")
    assert Case.objects.get().contacts.get().kind == "home_visit"


def test_an_empty_cell_says_nothing_and_differs_from_nothing(bring):
    bring([*PEOPLE, *ADMISSION, GUIDANCE | LATER])
    assert bring([*PEOPLE, GUIDANCE]).difference_count == 0


def test_guidance_that_ran_is_ended_by_a_later_file(bring):
    bring([*PEOPLE, *ADMISSION, GUIDANCE])
    outcome = bring([GUIDANCE | LATER])
    assert (outcome.counts["guidance"].ended, outcome.written) == (1, True)
    case = Case.objects.get()
    assert (case.ended_on, case.end_reason) == (date(2019, 12, 2), "found_work")
    assert Entry.objects.filter(action="guidance.case_ended").count() == 1


def test_work_and_training_are_ended_by_a_later_file(bring):
    bring([*PEOPLE, WORK, TRAINING])
    bring([WORK | {"until": "2019-05-31"}, TRAINING | {"until": "2019-01-18", "outcome": "yes"}])
    assert WorkSpell.objects.get().ended_on == date(2019, 5, 31)
    assert TrainingParticipation.objects.get().completed is True


def test_an_end_that_is_known_is_not_moved(bring):
    bring([*PEOPLE, *ADMISSION, GUIDANCE | LATER])
    outcome = bring([GUIDANCE | LATER | {"until": "2020-01-31"}])
    assert (outcome.counts["guidance"].differing, outcome.written) == (1, False)
    assert Case.objects.get().ended_on == date(2019, 12, 2)


def test_who_waited_at_the_site_stops_waiting_when_guidance_comes(bring):
    bring([*PEOPLE, *ADMISSION, {"record": "waiting", "person": "G1-O1", "on": "2018-09-11"}])
    bring([GUIDANCE])
    entry = WaitingEntry.objects.get()
    assert (entry.ended_on, entry.end_reason) == (date(2018, 9, 20), "started")
    assert Guardian.objects.get().decisions.get().next_step == "start"


def test_people_of_an_earlier_file_are_found_by_their_reference(bring):
    bring(PEOPLE)
    bring([ATTENDANCE])
    assert Attendance.objects.get().family == Family.objects.get()


def test_what_somebody_wrote_down_at_the_door_is_not_written_twice(bring, childcare_worker):
    bring(PEOPLE)
    day = date(2018, 10, 1)
    record_attendance(child=Child.objects.get(), on=day, day_part="morning", by=childcare_worker)
    outcome = bring([ATTENDANCE])
    assert (outcome.counts["attendance"].known, outcome.written) == (1, False)


def test_seats_taken_at_the_door_are_left_alone(bring, childcare_worker):
    second = PEOPLE[2] | {"reference": "G1-K2", "first_name": "Lina"}
    bring([*PEOPLE, second])
    other = Child.objects.get(own_reference="G1-K2")
    record_attendance(child=other, on=date(2018, 10, 1), day_part="morning", by=childcare_worker)
    bring([ATTENDANCE])
    seats = Attendance.objects.values_list("child__own_reference", "seat")
    assert dict(seats) == {"G1-K2": 1, "G1-K1": 2}
