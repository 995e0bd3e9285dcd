"""A task runs as the partner of its header, and is refused without one."""

import pytest
from celery import Celery
from django.db import connection, transaction

from core.partners.context import PUBLIC, activate, current
from core.partners.tasks import HEADER, PartnerTask, TaskWithoutPartner, name_of, send

app = Celery("pace-tests", set_as_current=False)
app.conf.task_always_eager = True
app.conf.task_eager_propagates = True
seen = []


@app.task(base=PartnerTask, name="tests.who_am_i")
def who_am_i(word=""):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        seen.append((word, cursor.fetchone()[0]))


@pytest.fixture(autouse=True)
def _nothing_seen():
    seen.clear()


def test_it_is_refused_without_a_header(db):
    with pytest.raises(TaskWithoutPartner, match="does not say"):
        who_am_i.apply(throw=True)


def test_it_is_refused_for_a_partner_that_does_not_exist(db):
    with pytest.raises(TaskWithoutPartner, match="nowhere"):
        who_am_i.apply(headers={HEADER: "nowhere"}, throw=True)


def test_it_works_for_whoever_is_active_when_it_is_sent(db):
    who_am_i.delay("now")
    assert seen == [("now", "pace_be_mechelen")]


@pytest.mark.own_database
def test_it_works_for_the_partner_it_was_sent_for():
    for target in ("gent", "programme", "owner"):
        send(who_am_i, target, partner=target)
    assert [role for _word, role in seen] == ["pace_be_gent", "pace_programme", "pace_owner"]
    assert current().slug == "mechelen"


@pytest.mark.own_database
def test_a_rolled_back_change_sends_nothing():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        send(who_am_i, "lost")
        raise ZeroDivisionError
    assert seen == []


@pytest.mark.own_database
def test_it_keeps_the_partner_that_was_active_when_it_was_sent():
    with transaction.atomic():
        who_am_i.delay_on_commit("kept")
        connection.run_on_commit, later = [], connection.run_on_commit
    activate(PUBLIC)
    for _savepoints, job, _robust in later:
        job()
    assert seen == [("kept", "pace_be_mechelen")]


def test_the_public_site_has_no_background_work():
    with pytest.raises(TaskWithoutPartner, match="no background work"):
        name_of(PUBLIC)
