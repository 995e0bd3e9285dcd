"""Signing in and out on the screen."""

import pytest

from core.accounts import limits
from core.accounts.models import User
from core.accounts.web.visitors import network
from core.audit.models import Entry
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db
WRONG = "do not belong together"


@pytest.fixture
def sign_in(site_client):
    def sign_in(email, password=PASSWORD, **more):
        return site_client.post("/sign-in/", {"email": email, "password": password, **more})

    return sign_in


def test_it_shows_a_form(site_client):
    page = site_client.get("/sign-in/?next=/families/")
    assert page.status_code == 200
    assert 'value="/families/"' in page.text


def test_it_lets_in_and_goes_where_the_person_wanted(sign_in, coach, site_client):
    answer = sign_in("An.Peeters@Site.Example", next="/accounts/profile/?x=1")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/profile/?x=1")
    assert site_client.get("/accounts/profile/").status_code == 200


def test_it_notes_when(sign_in, coach):
    sign_in(coach.email)
    assert User.objects.get(pk=coach.pk).last_seen_at
    assert Entry.objects.get(action="accounts.signed_in").actor_id == coach.pk


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "///elsewhere.example",
        "http:elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "https://gent.localhost/",
    ],
)
def test_it_goes_nowhere_else(sign_in, coach, elsewhere):
    assert sign_in(coach.email, next=elsewhere)["Location"] == "/"


def test_who_is_signed_in_is_not_sent_elsewhere_either(sign_in, coach, site_client):
    sign_in(coach.email)
    assert site_client.get("/sign-in/?next=//elsewhere.example/")["Location"] == "/"


def test_a_refusal_does_not_tell_whether_an_address_is_known(sign_in, coach):
    known, unknown = sign_in(coach.email, "wrong"), sign_in("nobody@site.example", "wrong")
    assert known.status_code == unknown.status_code == 200
    assert WRONG in known.text
    assert _without_what_was_typed(known) == _without_what_was_typed(unknown)


def _without_what_was_typed(page):
    form = page.context["form"]
    return form.errors, form.non_field_errors()


def test_an_unknown_address_costs_a_hash_as_well(sign_in, monkeypatch):
    hashed = []
    monkeypatch.setattr("core.accounts.backends.make_password", hashed.append)
    sign_in("nobody@site.example", "wrong")
    assert hashed == ["wrong"]


def test_an_account_that_is_switched_off_reads_the_same_refusal(sign_in, coach):
    User.objects.filter(pk=coach.pk).update(is_active=False)
    assert WRONG in sign_in(coach.email).text


def test_an_account_without_a_password_can_not_sign_in(sign_in):
    User.objects.create_user(email="new@site.example", name="New", roles=[])
    assert WRONG in sign_in("new@site.example", "!").text


def test_the_session_gets_a_new_key(sign_in, coach, site_client):
    session = site_client.session
    session["seen"] = "before"
    session.save()
    site_client.cookies["sessionid"] = session.session_key
    sign_in(coach.email)
    assert site_client.session.session_key != session.session_key


def test_the_cookie_is_of_this_host_alone(sign_in, coach):
    cookie = sign_in(coach.email).cookies["sessionid"]
    assert cookie["domain"] == ""
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_switching_off_ends_the_session(sign_in, coach, site_client):
    sign_in(coach.email)
    User.objects.filter(pk=coach.pk).update(is_active=False)
    assert site_client.get("/accounts/profile/").status_code == 302


def test_it_stays_below_the_partners_folder_where_hosts_have_no_names(client, coach):
    client.defaults["HTTP_HOST"] = "localhost"
    given = {"email": coach.email, "password": PASSWORD}
    answer = client.post("/t/mechelen/sign-in/", given)
    assert answer["Location"] == "/t/mechelen/"
    assert answer.cookies["sessionid-mechelen"]["path"] == "/t/mechelen/"
    assert client.get("/t/mechelen/accounts/profile/").status_code == 200


def test_signing_out_is_a_form(site_client, coach):
    site_client.force_login(coach)
    assert site_client.get("/sign-out/").status_code == 405
    assert site_client.post("/sign-out/")["Location"] == "/sign-in/"
    assert site_client.get("/accounts/profile/").status_code == 302
    assert Entry.objects.filter(action="accounts.signed_out", actor_id=coach.pk).exists()


def test_a_form_from_elsewhere_is_refused(coach, client):
    client.handler.enforce_csrf_checks = True
    given = {"email": coach.email, "password": PASSWORD}
    assert (
        client.post("/sign-in/", given, headers={"host": "mechelen.localhost"}).status_code == 403
    )


class TestTooManyAttempts:
    def test_guessing_ends_even_with_the_right_password(self, sign_in, coach):
        for _ in range(limits.SIGN_IN_BY_PAIR.most):
            assert sign_in(coach.email, "guess").status_code == 200
        answer = sign_in(coach.email)
        assert answer.status_code == 429
        assert int(answer["Retry-After"]) > 0
        assert "Too many attempts" in answer.text

    def test_an_unknown_address_is_treated_the_same(self, sign_in):
        answers = [sign_in("nobody@site.example", "guess") for _ in range(9)]
        assert [answer.status_code for answer in answers] == [200] * 8 + [429]

    def test_it_is_logged_once(self, sign_in, coach):
        for _ in range(limits.SIGN_IN_BY_PAIR.most + 3):
            sign_in(coach.email, "guess")
        entry = Entry.objects.get(action="accounts.sign_in_blocked")
        assert (entry.actor, entry.object_id, entry.summary) == ("system", "127.0.0.1", "")

    def test_a_colleague_in_the_same_office_is_not_stopped(self, sign_in, coach, colleague):
        for _ in range(limits.SIGN_IN_BY_PAIR.most + 1):
            sign_in(coach.email, "guess")
        assert sign_in(colleague.email).status_code == 302

    def test_many_addresses_from_one_network_are_stopped(self, sign_in, coach):
        for number in range(limits.SIGN_IN_BY_NETWORK.most):
            sign_in(f"{number}@site.example", "guess")
        assert sign_in(coach.email).status_code == 429

    def test_a_made_up_sender_does_not_help(self, site_client, coach):
        given = {"email": coach.email, "password": "guess"}
        codes = [
            site_client.post(
                "/sign-in/", given, headers={"X-Forwarded-For": f"192.0.2.{n}"}
            ).status_code
            for n in range(9)
        ]
        assert codes[-1] == 429

    def test_success_clears_the_typing_errors(self, sign_in, coach, site_client):
        for _ in range(limits.SIGN_IN_BY_PAIR.most - 1):
            sign_in(coach.email, "typo")
        sign_in(coach.email)
        site_client.post("/sign-out/")
        assert sign_in(coach.email, "typo").status_code == 200


def test_behind_our_proxy_the_visitor_counts(rf, settings):
    settings.TRUSTED_PROXIES = 1
    request = rf.get("/", headers={"X-Forwarded-For": "198.51.100.9, 192.0.2.4"})
    assert network(request) == "192.0.2.4"
