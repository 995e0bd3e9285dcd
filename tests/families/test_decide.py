"""Deciding, and what may follow: start, waiting list, withdrawal."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.families import events
from tenants.families.enums import NextStep, WaitingEnd
from tenants.families.models import Decision, WaitingEntry
from tenants.families.selectors import current_decision
from tenants.families.services import (
    decide,
    place_on_waiting_list,
    record_intake,
    refer_again,
    start_guidance,
    withdraw_from_waiting_list,
)
from tests.families.conftest import ELIGIBLE, INTAKE, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """What is announced, with nobody else listening."""
    own, payloads = events.Events(), []
    own.subscribe(events.GUIDANCE_REQUESTED, lambda **payload: payloads.append(payload))
    monkeypatch.setattr(events, "announce", own.announce)
    return payloads


@pytest.fixture
def entry(coach, decision):
    return place_on_waiting_list(by=coach, guardian=decision.guardian, since=INTAKE)


def test_it_needs_an_intake(coach, guardian):
    with pytest.raises(ValidationError, match="no intake"):
        decide(by=coach, guardian=guardian, decided_on=TODAY)


def test_it_needs_a_finished_intake(coach, guardian):
    record_intake(by=coach, guardian=guardian, held_on=INTAKE, answers=ELIGIBLE, completed=False)
    with pytest.raises(ValidationError, match="not finished"):
        decide(by=coach, guardian=guardian, decided_on=TODAY)


@pytest.mark.parametrize("day", [date(2026, 11, 8), date(2026, 11, 23)])
def test_its_day_lies_between_the_intake_and_today(coach, decision, day):
    with pytest.raises(ValidationError) as refusal:
        decide(by=coach, guardian=decision.guardian, decided_on=day)
    assert set(refusal.value.message_dict) == {"decided_on"}


@pytest.mark.parametrize("person", ["stranger", "childcare_worker", "team_coach"])
def test_nobody_else_decides_starts_or_lets_wait(decision, person, request):
    by = request.getfixturevalue(person)
    with pytest.raises(NotPermitted):
        decide(by=by, guardian=decision.guardian, decided_on=TODAY)
    with pytest.raises(NotPermitted):
        start_guidance(by=by, guardian=decision.guardian, on=TODAY)
    with pytest.raises(NotPermitted):
        place_on_waiting_list(by=by, guardian=decision.guardian, since=TODAY)
    assert Decision.objects.count() == 1


def test_the_start_is_announced_with_the_target_group(coach, decision, heard):
    start_guidance(by=coach, guardian=decision.guardian, on=TODAY)
    (payload,) = heard
    assert payload == {
        "guardian": decision.guardian,
        "on": TODAY,
        "by": coach,
        "target_group": "families_with_childcare_barrier",
    }
    assert current_decision(decision.guardian).next_step == NextStep.START
    assert Entry.objects.filter(action="families.guidance_requested").count() == 1


def test_whoever_listens_can_refuse_the_start_as_a_whole(coach, entry, monkeypatch):
    def refuse(**payload):
        raise ValidationError("A case runs already.")

    own = events.Events()
    own.subscribe(events.GUIDANCE_REQUESTED, refuse)
    monkeypatch.setattr(events, "announce", own.announce)
    with pytest.raises(ValidationError, match="runs already"):
        start_guidance(by=coach, guardian=entry.guardian, on=TODAY)
    entry.refresh_from_db()
    assert entry.is_open


def test_guidance_starts_once_on_a_decision(coach, decision, heard):
    start_guidance(by=coach, guardian=decision.guardian, on=TODAY)
    with pytest.raises(ValidationError, match="started on this decision already"):
        start_guidance(by=coach, guardian=decision.guardian, on=TODAY)
    assert len(heard) == 1


def test_who_is_not_eligible_neither_starts_nor_waits(coach, interview, guardian, heard):
    interview(guardian, childcare_is_barrier=False)
    for step in (
        lambda: start_guidance(by=coach, guardian=guardian, on=TODAY),
        lambda: place_on_waiting_list(by=coach, guardian=guardian, since=TODAY),
    ):
        with pytest.raises(ValidationError, match="not “eligible”"):
            step()
    assert not heard


def test_the_start_ends_the_wait(coach, entry, heard):
    start_guidance(by=coach, guardian=entry.guardian, on=TODAY)
    entry.refresh_from_db()
    assert (entry.ended_on, entry.end_reason) == (TODAY, WaitingEnd.STARTED)
    assert entry.days(TODAY) == 13


def test_nobody_waits_twice(coach, entry):
    with pytest.raises(ValidationError, match="already"):
        place_on_waiting_list(by=coach, guardian=entry.guardian, since=TODAY)


def test_who_withdrew_can_wait_again(coach, entry):
    withdraw_from_waiting_list(by=coach, entry=entry, on=TODAY, reason="withdrawn")
    with pytest.raises(ValidationError, match="no longer"):
        withdraw_from_waiting_list(by=coach, entry=entry, on=TODAY, reason="moved")
    place_on_waiting_list(by=coach, guardian=entry.guardian, since=TODAY)
    assert WaitingEntry.objects.open().count() == 1


@pytest.mark.parametrize("reason", ["started", "tired", ""])
def test_a_withdrawal_gives_one_of_its_reasons(coach, entry, reason):
    with pytest.raises(ValidationError):
        withdraw_from_waiting_list(by=coach, entry=entry, on=TODAY, reason=reason)


def test_a_stranger_takes_nobody_off_the_list(stranger, entry):
    with pytest.raises(NotPermitted):
        withdraw_from_waiting_list(by=stranger, entry=entry, on=TODAY, reason="moved")


def test_a_new_referral_opens_the_way_anew(coach, decision, heard):
    refer_again(by=coach, guardian=decision.guardian, referred_on=TODAY, referrer="self")
    assert current_decision(decision.guardian) is None
    with pytest.raises(ValidationError, match="Nothing has been decided"):
        start_guidance(by=coach, guardian=decision.guardian, on=TODAY)
