"""Importing a file of cases: what is written, under the services' own rules."""

from datetime import date
from decimal import Decimal

import pytest

from core.audit.models import Entry
from tenants.childcare.models import Attendance
from tenants.families.case_import.service import import_cases
from tenants.families.models import (
    Child,
    Decision,
    Family,
    Guardian,
    Intake,
    Referral,
    WaitingEntry,
)
from tenants.guidance.models import Case, Contact, WorkSpell
from tenants.learning.models import TrainingParticipation, Volunteering
from tests.case_import.files import (
    ADMISSION,
    EVERYTHING,
    GUIDANCE,
    PEOPLE,
    REFERRAL,
    csv_file,
)

MODELS = (
    Family,
    Guardian,
    Child,
    Referral,
    Intake,
    Decision,
    Case,
    Contact,
    WorkSpell,
    Attendance,
    TrainingParticipation,
    Volunteering,
)


@pytest.fixture
def bring(coordinator):
    """Import rows and return the outcome, which must be without problems."""

    def bring(rows, **options):
        outcome = import_cases(file=csv_file(rows), name="cases.csv", by=coordinator, **options)
        assert outcome.problems == []
        return outcome

    return bring


def test_it_writes_every_kind_of_record(bring):
    outcome = bring(EVERYTHING)
    assert (outcome.written, outcome.rows) == (True, len(EVERYTHING))
    assert {code: tally.new for code, tally in outcome.counts.items()} == {
        row["record"]: 1 for row in EVERYTHING
    }
    assert [model.objects.count() for model in MODELS] == [1] * len(MODELS)


def test_rows_may_stand_in_any_order(bring):
    assert bring(EVERYTHING[::-1]).written
    assert Attendance.objects.get().child.family == Family.objects.get()


def test_people_belong_to_their_family(bring):
    bring(PEOPLE)
    family = Family.objects.get()
    assert (family.name, family.own_reference, family.sort_key) == ("Smets", "G1", "smets")
    parent, child = family.guardians.get(), family.children.get()
    assert (parent.name, parent.birth_date, parent.sex) == (
        "Hanne Smets",
        date(1990, 4, 2),
        "woman",
    )
    assert parent.sort_key.startswith("smets")
    assert (child.name, child.sex) == ("Noor Smets", "unknown")


def test_a_family_gets_a_reference_of_the_year_of_its_first_referral(bring):
    bring([*PEOPLE, REFERRAL])
    assert Family.objects.get().reference.startswith("F-2018-")


def test_a_family_without_a_referral_gets_a_reference_of_this_year(bring, time_machine):
    time_machine.move_to("2026-11-22 10:00")
    bring(PEOPLE)
    assert Family.objects.get().reference.startswith("F-2026-")


def test_the_rules_of_that_day_decide_and_are_kept(bring):
    bring([*PEOPLE, *ADMISSION])
    decision = Decision.objects.get()
    assert (decision.outcome, decision.target_group) == (
        "eligible",
        "families_with_childcare_barrier",
    )
    assert decision.answers["youngest_child_age_months"] == 7
    assert decision.configuration_checksum
    assert decision.next_step == "none"


def test_guidance_follows_on_the_decision(bring):
    bring([*PEOPLE, *ADMISSION, GUIDANCE])
    assert Decision.objects.get().next_step == "start"
    assert Case.objects.get().target_group == "families_with_childcare_barrier"


def test_guidance_ends_the_wait(bring):
    waiting = {"record": "waiting", "person": "G1-O1", "on": "2018-09-11"}
    bring([*PEOPLE, *ADMISSION, waiting, GUIDANCE])
    entry = WaitingEntry.objects.get()
    assert (entry.ended_on, entry.end_reason) == (date(2018, 9, 20), "started")


def test_a_coach_with_an_account_is_linked_and_another_is_kept_as_a_name(bring, coach):
    bring([*PEOPLE, *ADMISSION, GUIDANCE | {"coach": coach.email}])
    case = Case.objects.get()
    assert (case.coach, case.coach_name) == (coach, coach.name)


def test_a_coach_who_has_left_is_kept_as_a_name(bring):
    bring([*PEOPLE, *ADMISSION, GUIDANCE | {"coach": "Frieda Vroeger"}])
    case = Case.objects.get()
    assert (case.coach, case.coach_name) == (None, "Frieda Vroeger")


def test_a_parent_without_any_decision_may_be_in_guidance(bring):
    bring([*PEOPLE, GUIDANCE])
    assert Case.objects.get().target_group == ""


def test_hours_and_days_are_read_as_they_are_meant(bring):
    bring(EVERYTHING)
    work = WorkSpell.objects.get()
    assert (work.hours_per_week, work.started_on) == (Decimal("19.5"), date(2019, 2, 4))
    assert work.captured == "coach"  # the site's usual way


def test_a_child_takes_the_lowest_seat_of_its_session(bring):
    bring(EVERYTHING)
    attendance = Attendance.objects.select_related("session").get()
    assert (attendance.seat, attendance.session.capacity) == (1, 15)


def test_each_record_stands_in_the_access_log(bring, coordinator):
    bring(EVERYTHING)
    family = Family.objects.get()
    entries = Entry.objects.of_family(family.pk)
    assert entries.count() == len(EVERYTHING)
    assert set(entries.values_list("actor", "reason")) == {(coordinator.name, "cases.csv")}
    assert entries.get(action="guidance.contact_recorded").object_id == str(
        Contact.objects.get().pk
    )


def test_progress_goes_up_to_the_end(bring):
    heard = []
    bring(EVERYTHING, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1
