"""A parent follows a training; at its end somebody says how it went."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.learning.models import TrainingParticipation
from tenants.learning.services import complete_training, record_training
from tests.learning.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db

COURSE = {"kind": "language", "title": "Dutch, level 1", "started_on": STARTED}


@pytest.fixture
def training(guardian, coach):
    return record_training(guardian=guardian, by=coach, **COURSE)


def test_a_training_that_goes_on_has_no_outcome(training):
    assert training.is_open
    assert training.completed is None


def test_it_is_written_in_the_access_log(training, coach):
    entry = Entry.objects.get(action="learning.training_recorded")
    assert (entry.actor_id, entry.family_id) == (coach.pk, training.family_id)


def test_a_form_that_was_sent_twice_is_one_training(guardian, coach):
    submission = uuid4()
    for _time in range(2):
        record_training(guardian=guardian, by=coach, submission=submission, **COURSE)
    assert TrainingParticipation.objects.count() == 1


@pytest.mark.parametrize("completed", [True, False, None])
def test_it_ends_with_an_outcome_or_without_one_known(training, coach, completed):
    done = complete_training(
        training=training, on=TODAY, completed=completed, hours=Decimal(60), by=coach
    )
    assert (done.ended_on, done.completed, done.hours) == (TODAY, completed, 60)


def test_the_outcome_may_be_filled_in_later_and_the_last_day_stays(training, coach):
    complete_training(training=training, on=TODAY, completed=None, by=coach)
    assert complete_training(training=training, on=TODAY, completed=True, by=coach).completed
    with pytest.raises(ValidationError):
        complete_training(training=training, on=TODAY - timedelta(days=1), completed=True, by=coach)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"started_on": TODAY + timedelta(days=1)}, "started_on"),
        ({"ended_on": STARTED - timedelta(days=1)}, "ended_on"),
        ({"completed": True}, "ended_on"),
        ({"kind": "alchemy"}, "kind"),
        ({"hours": Decimal(-1)}, "hours"),
        ({"title": "National number 85.07.30-033.28"}, "title"),
    ],
)
def test_it_names_the_field_that_is_wrong(guardian, coach, wrong, field):
    with pytest.raises(ValidationError) as refusal:
        record_training(guardian=guardian, by=coach, **(COURSE | wrong))
    assert set(refusal.value.message_dict) == {field}


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach"])
def test_nobody_else_records_completes_or_reads_trainings(role, training, guardian, request):
    person = request.getfixturevalue(role)
    with pytest.raises(NotPermitted):
        record_training(guardian=guardian, by=person, **COURSE)
    with pytest.raises(NotPermitted):
        complete_training(training=training, on=TODAY, completed=True, by=person)
    assert not TrainingParticipation.objects.visible_to(person).exists()


def test_the_database_refuses_an_outcome_without_an_end(training):
    with pytest.raises(IntegrityError, match="outcome_comes_with_an_end"), transaction.atomic():
        TrainingParticipation.objects.filter(pk=training.pk).update(completed=True)
