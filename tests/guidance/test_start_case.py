"""Guidance of a parent starts: once at a time, and again for who comes back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.families import events
from tenants.guidance.models import Case
from tenants.guidance.services import assign_coach, end_guidance, start_case
from tests.guidance.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db


def test_it_opens_a_case_with_the_coach_who_starts_it(case, guardian, coach):
    assert (case.guardian, case.coach, case.coach_name) == (guardian, coach, coach.name)
    assert case.family_id == guardian.family_id
    assert case.is_running


def test_a_coordinator_starts_without_a_coach(guardian, coordinator):
    assert start_case(guardian=guardian, on=STARTED, by=coordinator).coach is None


def test_it_is_written_in_the_access_log(case, coach):
    entry = Entry.objects.get(action="guidance.case_started")
    assert (entry.actor_id, entry.family_id) == (coach.pk, case.family_id)


def test_it_refuses_a_second_running_case_and_says_the_way_out(case, guardian, coach):
    with pytest.raises(ValidationError) as refusal:
        start_case(guardian=guardian, on=TODAY, by=coach)
    assert "End that guidance" in refusal.value.message_dict["guardian"][0]


def test_the_database_itself_holds_one_running_case_per_parent(case):
    with pytest.raises(IntegrityError, match="one_running_per_guardian"), transaction.atomic():
        Case.objects.create(family=case.family, guardian=case.guardian, started_on=TODAY)


def test_who_comes_back_gets_a_new_case(case, guardian, coach):
    end_guidance(case=case, on=date(2026, 10, 1), reason="moved", by=coach)
    again = start_case(guardian=guardian, on=date(2026, 11, 2), by=coach)
    assert again.pk != case.pk


def test_a_new_case_cannot_begin_before_the_last_one_ended(case, guardian, coach):
    end_guidance(case=case, on=date(2026, 10, 1), reason="moved", by=coach)
    with pytest.raises(ValidationError) as refusal:
        start_case(guardian=guardian, on=date(2026, 9, 30), by=coach)
    assert set(refusal.value.message_dict) == {"on"}


def test_it_refuses_a_day_still_to_come(guardian, coach):
    with pytest.raises(ValidationError) as refusal:
        start_case(guardian=guardian, on=TODAY + timedelta(days=1), by=coach)
    assert set(refusal.value.message_dict) == {"on"}


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach", "administrator"])
def test_nobody_else_starts_guidance(role, guardian, request):
    with pytest.raises(NotPermitted):
        start_case(guardian=guardian, on=STARTED, by=request.getfixturevalue(role))
    assert not Case.objects.exists()


def test_a_childcare_worker_cannot_become_the_coach(guardian, coach, childcare_worker):
    with pytest.raises(ValidationError) as refusal:
        start_case(guardian=guardian, on=STARTED, by=coach, coach=childcare_worker)
    assert set(refusal.value.message_dict) == {"coach"}


def test_it_hears_the_request_of_families(guardian, coach):
    events.announce(
        events.GUIDANCE_REQUESTED, guardian=guardian, on=STARTED, by=coach, target_group="group"
    )
    assert Case.objects.get().target_group == "group"


def test_a_refused_case_undoes_the_request(case, guardian, coach):
    with pytest.raises(ValidationError):
        events.announce(events.GUIDANCE_REQUESTED, guardian=guardian, on=STARTED, by=coach)
    assert Case.objects.count() == 1


def test_a_case_changes_hands(case, colleague, coordinator):
    assign_coach(case=case, coach=colleague, by=coordinator)
    case.refresh_from_db()
    assert case.coach_name == colleague.name


def test_an_ended_case_changes_hands_no_more(case, coach, colleague):
    end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    with pytest.raises(ValidationError):
        assign_coach(case=case, coach=colleague, by=coach)
