"""Guidance ends on a day, with a reason, and others hear it in the same transaction."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.families.events import Events
from tenants.guidance.events import CASE_ENDED
from tenants.guidance.models import Case
from tenants.guidance.services import case as service
from tenants.guidance.services import end_guidance
from tests.guidance.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def listeners(monkeypatch):
    events = Events()
    monkeypatch.setattr(service, "announce", events.announce)
    return events


def test_it_keeps_the_day_and_the_reason(case, coach):
    end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    case.refresh_from_db()
    assert (case.ended_on, case.end_reason) == (TODAY, "moved")


def test_it_tells_who_listens(case, coach, listeners):
    heard = []
    listeners.subscribe(CASE_ENDED, lambda **payload: heard.append(payload))
    end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    assert [(each["case"], each["on"], each["reason"]) for each in heard] == [
        (case, TODAY, "moved")
    ]


def test_it_has_not_ended_when_a_listener_refuses(case, coach, listeners):
    def refuse(**payload):
        raise ValidationError("A place is still kept.")

    listeners.subscribe(CASE_ENDED, refuse)
    with pytest.raises(ValidationError):
        end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    case.refresh_from_db()
    assert case.is_running
    assert not Entry.objects.filter(action="guidance.case_ended").exists()


def test_ending_it_twice_in_the_same_way_changes_nothing(case, coach):
    for _time in range(2):
        end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    assert Entry.objects.filter(action="guidance.case_ended").count() == 1


def test_it_does_not_end_twice_in_two_ways(case, coach):
    end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    with pytest.raises(ValidationError) as refusal:
        end_guidance(case=case, on=TODAY, reason="other", by=coach)
    assert set(refusal.value.message_dict) == {"ended_on"}


@pytest.mark.parametrize("day", [STARTED - timedelta(days=1), TODAY + timedelta(days=1)])
def test_its_day_lies_between_the_start_and_today(case, coach, day):
    with pytest.raises(ValidationError) as refusal:
        end_guidance(case=case, on=day, reason="moved", by=coach)
    assert set(refusal.value.message_dict) == {"ended_on"}


def test_the_reason_stands_in_the_sites_list(case, coach):
    with pytest.raises(ValidationError) as refusal:
        end_guidance(case=case, on=TODAY, reason="bored", by=coach)
    assert "Choose one of these" in refusal.value.message_dict["end_reason"][0]


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach"])
def test_nobody_else_ends_guidance(role, case, request):
    with pytest.raises(NotPermitted):
        end_guidance(case=case, on=TODAY, reason="moved", by=request.getfixturevalue(role))


@pytest.mark.parametrize(("ended_on", "end_reason"), [(date(2026, 11, 1), ""), (None, "moved")])
def test_the_database_wants_day_and_reason_or_neither(case, ended_on, end_reason):
    with pytest.raises(IntegrityError, match="both_or_none"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(ended_on=ended_on, end_reason=end_reason)


def test_the_database_refuses_an_end_before_the_start(case):
    with pytest.raises(IntegrityError, match="ends_after_its_start"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(
            ended_on=STARTED - timedelta(days=1), end_reason="moved"
        )
