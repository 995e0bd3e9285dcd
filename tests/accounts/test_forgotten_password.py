"""A new password by a mailed link."""

import datetime
import re

import pytest

from core.accounts import limits, services, tasks
from core.accounts.models import User
from core.audit.models import Entry
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db
NEW = "another quiet word"


@pytest.fixture
def ask(site_client, monkeypatch, django_capture_on_commit_callbacks):
    """Ask for a link; the worker's part is done at once."""
    monkeypatch.setattr(tasks.send_password_reset, "delay", tasks.send_password_reset.run)

    def ask(email):
        with django_capture_on_commit_callbacks(execute=True):
            return site_client.post("/password/forgotten/", {"email": email})

    return ask


@pytest.fixture
def link(ask, coach, mailoutbox):
    ask(coach.email)
    return re.search(r"http://mechelen\.localhost(/\S+)", mailoutbox[0].body)[1]


def test_the_mail_leads_to_a_form_that_sets_the_password(link, coach, site_client):
    assert site_client.get(link).status_code == 200
    answer = site_client.post(link, {"password": NEW})
    assert answer["Location"] == "/sign-in/"
    assert User.objects.get(pk=coach.pk).check_password(NEW)
    assert Entry.objects.get(action="accounts.password_reset").actor_id == coach.pk


def test_an_unknown_address_gets_the_same_answer_and_no_mail(ask, coach, mailoutbox):
    known, unknown = ask(coach.email), ask("nobody@site.example")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [mail.to for mail in mailoutbox] == [[coach.email]]


def test_an_account_that_is_switched_off_gets_no_mail(ask, coach, mailoutbox):
    User.objects.filter(pk=coach.pk).update(is_active=False)
    ask(coach.email)
    assert not mailoutbox


def test_a_first_administrator_without_a_password_gets_one(ask, mailoutbox):
    services.create_first_administrator(email="first@site.example", name="First")
    ask("first@site.example")
    assert len(mailoutbox) == 1


def test_a_link_works_once(link, site_client):
    site_client.post(link, {"password": NEW})
    assert site_client.get(link).status_code == 410
    assert site_client.post(link, {"password": NEW}).status_code == 410


def test_a_link_expires(link, site_client, settings, time_machine):
    now = datetime.datetime.now(datetime.UTC)
    time_machine.move_to(now + datetime.timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT + 60))
    assert site_client.get(link).status_code == 410


def test_signing_in_makes_the_link_void(link, coach, site_client):
    site_client.post("/sign-in/", {"email": coach.email, "password": PASSWORD})
    assert site_client.get(link).status_code == 410


def test_a_link_of_one_person_does_not_open_another(link, coach, colleague, site_client):
    other = link.replace(f"/{coach.pk}/", f"/{colleague.pk}/")
    assert site_client.get(other).status_code == 410


def test_looking_at_the_link_changes_nothing(link, site_client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3) as asked:
        page = site_client.get(link)
    assert not [q for q in asked.captured_queries if not q["sql"].startswith("SELECT")]
    assert "no-store" in page["Cache-Control"]


def test_a_weak_password_is_refused_and_the_link_stays(link, site_client):
    assert site_client.post(link, {"password": "short"}).status_code == 200
    assert site_client.post(link, {"password": NEW}).status_code == 302


def test_an_address_gets_a_few_mails_and_then_silence(ask, coach, mailoutbox):
    answers = [ask(coach.email).status_code for _ in range(limits.RESET_BY_ADDRESS.most + 2)]
    assert set(answers) == {302}
    assert len(mailoutbox) == limits.RESET_BY_ADDRESS.most


def test_a_network_that_asks_too_often_is_told(ask):
    for number in range(limits.RESET_BY_NETWORK.most):
        ask(f"{number}@site.example")
    assert ask("one.more@site.example").status_code == 429


def test_the_queue_carries_no_key_and_no_address(site_client, coach, monkeypatch):
    sent = []
    monkeypatch.setattr(tasks.send_password_reset, "delay", lambda *given: sent.append(given))
    monkeypatch.setattr("core.accounts.services.own_account.transaction.on_commit", lambda f: f())
    site_client.post("/password/forgotten/", {"email": coach.email})
    (given,) = sent
    assert given[0] == coach.pk
    assert given[1] == f"http://mechelen.localhost/password/new/{coach.pk}/"
