"""Progress is seen by others while the import's transaction is still open."""

import pytest
from django.db import transaction

from core.accounts.enums import Role
from tenants.families.case_import import jobs, news
from tenants.families.models import Family, ImportJob
from tests.cast import staff_member


@pytest.mark.own_database
def test_progress_is_seen_while_the_transaction_is_open(upload, monkeypatch):
    monkeypatch.setattr(news, "SECONDS_BETWEEN", 0)
    by = staff_member("Carine Wouters", Role.COORDINATOR)
    job = jobs.hand_in(by=by, file=upload(), name="cases.csv")
    with transaction.atomic(), news.ProgressNews(job.pk) as tell:
        Family.objects.create(name="Smets", reference="F-2026-0001")
        tell(0.42)
        assert ImportJob.objects.get(pk=job.pk).percent == 42


@pytest.mark.own_database
def test_an_import_as_a_whole_leaves_its_job_at_the_end(upload, monkeypatch):
    monkeypatch.setattr(news, "SECONDS_BETWEEN", 0)
    by = staff_member("Carine Wouters", Role.COORDINATOR)
    job = jobs.hand_in(by=by, file=upload(), name="cases.csv")
    jobs.work_on(job.pk)
    jobs.work_on(jobs.say_yes(by=by, job=job).pk)
    job.refresh_from_db()
    assert (job.state, job.percent, Family.objects.count()) == ("done", 100, 1)
