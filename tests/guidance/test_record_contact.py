"""A contact is recorded in a few taps, once however often the button was pressed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.guidance.models import Contact
from tenants.guidance.services import end_guidance, record_contact
from tests.guidance.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db

CALL = {"on": TODAY, "kind": "phone", "reached": "reached"}


def test_it_keeps_who_spoke_when_and_how(case, coach):
    contact = record_contact(case=case, by=coach, note=" Has a job interview. ", **CALL)
    assert (contact.by_name, contact.note) == (coach.name, "Has a job interview.")


def test_the_access_log_tells_the_contact_and_keeps_the_note_out(case, coach):
    record_contact(case=case, by=coach, note="Something in confidence", **CALL)
    entry = Entry.objects.get(action="guidance.contact_recorded")
    assert "confidence" not in str(entry.details) + entry.summary


def test_a_form_that_was_sent_twice_is_one_contact(case, coach):
    submission = uuid4()
    first = record_contact(case=case, by=coach, submission=submission, **CALL)
    second = record_contact(case=case, by=coach, submission=submission, **CALL)
    assert first == second
    assert Contact.objects.count() == 1


def test_two_calls_on_a_day_are_two_contacts(case, coach):
    for _time in range(2):
        record_contact(case=case, by=coach, submission=uuid4(), **CALL)
    assert Contact.objects.count() == 2


def test_it_may_follow_after_the_end_of_guidance(case, coach):
    end_guidance(case=case, on=TODAY - timedelta(days=9), reason="found_work", by=coach)
    assert record_contact(case=case, by=coach, **CALL).pk


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("on", TODAY + timedelta(days=1)),
        ("on", STARTED - timedelta(days=1)),
        ("kind", "pigeon"),
        ("reached", "perhaps"),
        ("note", "National number 85.07.30-033.28"),
    ],
)
def test_it_names_the_field_that_is_wrong(case, coach, field, wrong):
    with pytest.raises(ValidationError) as refusal:
        record_contact(case=case, by=coach, **{**CALL, field: wrong})
    assert set(refusal.value.message_dict) == {field}


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach"])
def test_nobody_else_records_or_reads_contacts(role, case, coach, request):
    person = request.getfixturevalue(role)
    with pytest.raises(NotPermitted):
        record_contact(case=case, by=person, **CALL)
    record_contact(case=case, by=coach, **CALL)
    assert not Contact.objects.visible_to(person).exists()
    assert Contact.objects.visible_to(coach).exists()
