"""A parent begins to work, and stops."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from core.accounts.access import NotPermitted
from tenants.guidance.models import WorkSpell
from tenants.guidance.services import end_work, record_work
from tests.guidance.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db

JOB = {"started_on": STARTED, "kind": "regular", "captured": "self_report"}


@pytest.fixture
def spell(guardian, coach):
    return record_work(guardian=guardian, by=coach, hours_per_week=Decimal("19.5"), **JOB)


def test_it_keeps_the_work_as_it_was(spell, guardian, coach):
    assert (spell.family_id, spell.recorded_by_name) == (guardian.family_id, coach.name)
    assert spell.is_open


def test_work_of_which_the_hours_are_unknown_is_recorded_too(guardian, coach):
    assert record_work(guardian=guardian, by=coach, **JOB).hours_per_week is None


def test_a_form_that_was_sent_twice_is_one_job(guardian, coach):
    submission = uuid4()
    for _time in range(2):
        record_work(guardian=guardian, by=coach, submission=submission, **JOB)
    assert WorkSpell.objects.count() == 1


def test_it_ends_once(spell, coach):
    end_work(spell=spell, on=TODAY, by=coach)
    assert end_work(spell=spell, on=TODAY, by=coach).ended_on == TODAY
    with pytest.raises(ValidationError):
        end_work(spell=spell, on=TODAY - timedelta(days=1), by=coach)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("started_on", TODAY + timedelta(days=1)),
        ("ended_on", STARTED - timedelta(days=1)),
        ("kind", "piracy"),
        ("captured", "gossip"),
        ("hours_per_week", Decimal(81)),
    ],
)
def test_it_names_the_field_that_is_wrong(guardian, coach, field, wrong):
    with pytest.raises(ValidationError) as refusal:
        record_work(guardian=guardian, by=coach, **{**JOB, field: wrong})
    assert set(refusal.value.message_dict) == {field}


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach"])
def test_nobody_else_records_ends_or_reads_work(role, spell, guardian, request):
    person = request.getfixturevalue(role)
    with pytest.raises(NotPermitted):
        record_work(guardian=guardian, by=person, **JOB)
    with pytest.raises(NotPermitted):
        end_work(spell=spell, on=TODAY, by=person)
    assert not WorkSpell.objects.visible_to(person).exists()
