"""A parent volunteers, and stops."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from core.accounts.access import NotPermitted
from tenants.learning.models import Volunteering
from tenants.learning.services import end_volunteering, record_volunteering
from tests.learning.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db

KITCHEN = {"organisation": "Social restaurant", "started_on": STARTED}


@pytest.fixture
def volunteering(guardian, coach):
    return record_volunteering(guardian=guardian, by=coach, **KITCHEN)


def test_it_goes_on_until_it_ends(volunteering, coach):
    assert volunteering.is_open
    assert not end_volunteering(volunteering=volunteering, on=TODAY, by=coach).is_open


def test_it_ends_once(volunteering, coach):
    for _time in range(2):
        end_volunteering(volunteering=volunteering, on=TODAY, by=coach)
    with pytest.raises(ValidationError):
        end_volunteering(volunteering=volunteering, on=STARTED, by=coach)


def test_a_form_that_was_sent_twice_is_one(guardian, coach):
    submission = uuid4()
    for _time in range(2):
        record_volunteering(guardian=guardian, by=coach, submission=submission, **KITCHEN)
    assert Volunteering.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("organisation", " "),
        ("started_on", TODAY + timedelta(days=1)),
        ("ended_on", STARTED - timedelta(days=1)),
    ],
)
def test_it_names_the_field_that_is_wrong(guardian, coach, field, wrong):
    with pytest.raises(ValidationError) as refusal:
        record_volunteering(guardian=guardian, by=coach, **(KITCHEN | {field: wrong}))
    assert set(refusal.value.message_dict) == {field}


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach"])
def test_nobody_else_records_ends_or_reads_volunteering(role, volunteering, guardian, request):
    person = request.getfixturevalue(role)
    with pytest.raises(NotPermitted):
        record_volunteering(guardian=guardian, by=person, **KITCHEN)
    with pytest.raises(NotPermitted):
        end_volunteering(volunteering=volunteering, on=TODAY, by=person)
    assert not Volunteering.objects.visible_to(person).exists()
