"""A file on its way: kept in the partner's schema, checked, written on a yes."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from psycopg import OperationalError

from core.audit.models import Entry
from tenants.families.case_import import jobs, news
from tenants.families.models import Family, ImportJob, ImportPiece, ImportState
from tenants.families.models.import_job import PIECE_BYTES
from tests.case_import.files import EVERYTHING, FAMILY, csv_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed_in(coordinator, upload):
    """A job whose file was handed in and has been checked."""

    def handed_in(rows=EVERYTHING):
        job = jobs.hand_in(by=coordinator, file=upload(rows), name="cases.csv", language="en-gb")
        assert jobs.work_on(job.pk)
        job.refresh_from_db()
        return job

    return handed_in


def test_a_sound_file_waits_for_a_yes(handed_in):
    job = handed_in()
    assert (job.state, job.percent) == (ImportState.CHECKED, 100)
    assert job.outcome["counts"]["family"]["new"] == 1
    assert not Family.objects.exists()


def test_a_yes_writes_it_and_throws_the_file_away(handed_in, coordinator):
    job = jobs.say_yes(by=coordinator, job=handed_in())
    assert jobs.work_on(job.pk)
    job.refresh_from_db()
    assert (job.state, job.outcome["written"]) == (ImportState.DONE, True)
    assert Family.objects.count() == 1 and not ImportPiece.objects.exists()
    entry = Entry.objects.get(action="families.cases_imported")
    assert entry.details["new"]["attendance"] == 1


def test_a_file_with_errors_is_refused_and_thrown_away(handed_in):
    job = handed_in([FAMILY | {"email": "?"}])
    assert job.state == ImportState.REFUSED
    assert job.outcome["problems"][0]["column"] == "email"
    assert not ImportPiece.objects.exists()


def test_the_same_file_again_is_nothing_new(handed_in, coordinator):
    jobs.work_on(jobs.say_yes(by=coordinator, job=handed_in()).pk)
    assert handed_in().state == ImportState.NOTHING_NEW


def test_a_file_is_kept_in_pieces_and_put_together_again(coordinator, upload):
    rows = [FAMILY | {"reference": f"G{number}"} for number in range(4000)]
    content = csv_file(rows).getvalue()
    job = jobs.hand_in(by=coordinator, file=upload(rows), name="cases.csv")
    assert job.pieces.count() == -(-len(content) // PIECE_BYTES)
    with job.opened() as file:
        assert file.read() == content


def test_a_second_worker_leaves_a_claimed_job_alone(handed_in, coordinator):
    job = jobs.say_yes(by=coordinator, job=handed_in())
    ImportJob.objects.filter(pk=job.pk).update(claimed_at=timezone.now())
    assert jobs.work_on(job.pk) is False
    assert not Family.objects.exists()


def test_a_job_whose_worker_is_gone_is_taken_over(handed_in, coordinator):
    job = jobs.say_yes(by=coordinator, job=handed_in())
    long_ago = timezone.now() - timedelta(minutes=12)
    ImportJob.objects.filter(pk=job.pk).update(claimed_at=long_ago)
    assert jobs.work_on(job.pk)
    assert Family.objects.count() == 1


def test_working_on_a_job_twice_writes_once(handed_in, coordinator):
    job = jobs.say_yes(by=coordinator, job=handed_in())
    assert (jobs.work_on(job.pk), jobs.work_on(job.pk)) == (True, False)


def test_a_file_that_was_put_aside_cannot_be_written(handed_in, coordinator):
    job = jobs.put_aside(by=coordinator, job=handed_in())
    assert (job.state, job.outcome) == (ImportState.DISCARDED, {})
    assert not ImportPiece.objects.exists()
    with pytest.raises(ValidationError):
        jobs.say_yes(by=coordinator, job=job)


def test_a_file_that_nobody_came_back_for_is_thrown_away(handed_in, coordinator, upload):
    old = handed_in()
    ImportJob.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=8))
    jobs.hand_in(by=coordinator, file=upload(), name="new.csv")
    old.refresh_from_db()
    assert (old.state, old.pieces.count()) == (ImportState.DISCARDED, 0)


def test_somebody_who_is_no_longer_coordinator_writes_nothing(handed_in, coordinator):
    job = jobs.say_yes(by=coordinator, job=handed_in())
    coordinator.roles = ["family_coach"]
    coordinator.save()
    jobs.work_on(job.pk)
    job.refresh_from_db()
    assert job.state == ImportState.FAILED
    assert not Family.objects.exists()


def test_messages_are_in_the_language_of_who_handed_the_file_in(coordinator, upload):
    job = jobs.hand_in(
        by=coordinator, file=upload([FAMILY | {"email": "?"}]), name="c.csv", language="nl-be"
    )
    jobs.work_on(job.pk)
    job.refresh_from_db()
    assert job.outcome["problems"][0]["text"]


@pytest.mark.parametrize("who", ["coach", "childcare_worker", "administrator", "stranger"])
def test_only_a_coordinator_hands_in_and_says_yes(request, handed_in, upload, who):
    job, person = handed_in(), request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        jobs.hand_in(by=person, file=upload(), name="cases.csv")
    with pytest.raises(PermissionDenied):
        jobs.say_yes(by=person, job=job)
    with pytest.raises(PermissionDenied):
        jobs.put_aside(by=person, job=job)
    assert not ImportJob.objects.visible_to(person).exists()


@pytest.mark.parametrize("name", ["cases.pdf", "cases"])
def test_other_kinds_of_files_are_not_kept(coordinator, upload, name):
    with pytest.raises(ValidationError) as refusal:
        jobs.hand_in(by=coordinator, file=upload(), name=name)
    assert "file" in refusal.value.message_dict
    assert not ImportJob.objects.exists()


def test_an_import_goes_on_when_its_progress_cannot_be_told(coordinator, upload, monkeypatch):
    monkeypatch.setattr(news, "SECONDS_BETWEEN", 0)
    monkeypatch.setattr(news.psycopg, "connect", _refuse)
    job = jobs.hand_in(by=coordinator, file=upload(), name="cases.csv")
    assert jobs.work_on(job.pk)


def _refuse(**parameters):
    raise OperationalError
