"""A real worker does what it is sent, as the partner it is sent for, and loses nothing."""

import datetime as dt

import pytest
from django.utils import timezone

from core.accounts.models import AttemptCount
from core.accounts.tasks import forget_ended_limits
from core.partners.context import partner_context
from core.partners.models import Partner
from core.partners.tasks import send_to_all
from pace.celery import app
from tests.worker.conftest import wait_until

pytestmark = [pytest.mark.own_database, pytest.mark.identity("owner"), pytest.mark.worker]


def count_in(slug):
    with partner_context(Partner.objects.get(slug=slug)):
        return AttemptCount.objects.count()


def leave_an_old_count(slug):
    with partner_context(Partner.objects.get(slug=slug)):
        AttemptCount.objects.create(
            rule="sign_in", subject="x", count=1, ends_at=timezone.now() - dt.timedelta(days=9)
        )


def test_it_works_for_the_partner_of_the_header_alone(worker):
    leave_an_old_count("gent")
    leave_an_old_count("mechelen")
    forget_ended_limits.apply_async(headers={"pace_partner": "gent"})
    assert wait_until(lambda: count_in("gent") == 0), worker.text()
    assert count_in("mechelen") == 1


def test_the_dispatcher_reaches_every_partner(worker):
    leave_an_old_count("gent")
    leave_an_old_count("mechelen")
    send_to_all.apply_async(
        args=["accounts.forget_ended_limits"], headers={"pace_partner": "programme"}
    )
    assert wait_until(lambda: count_in("gent") + count_in("mechelen") == 0), worker.text()


def test_a_task_without_a_partner_is_refused(worker):
    leave_an_old_count("gent")
    app.send_task("accounts.forget_ended_limits")
    assert wait_until(lambda: "does not say for whom it works" in worker.text()), worker.text()
    assert count_in("gent") == 1


def test_what_was_sent_before_the_worker_died_is_done_by_the_next(worker):
    worker.kill()
    leave_an_old_count("gent")
    forget_ended_limits.apply_async(headers={"pace_partner": "gent"})
    worker.start()
    assert wait_until(lambda: count_in("gent") == 0), worker.text()
