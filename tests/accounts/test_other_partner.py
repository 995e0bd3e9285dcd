"""An account of one partner is nobody on another's host."""

import pytest
from django.test import Client

from core.accounts.enums import Role
from core.accounts.models import User
from core.partners.context import PROGRAMME, activated, current
from tests.cast import PASSWORD, staff_member

pytestmark = pytest.mark.own_database


@pytest.fixture
def coach_of_mechelen(own_database):
    return staff_member("An Peeters", Role.FAMILY_COACH)


def sign_in(host, **more):
    client = Client(headers={"host": host, "accept-language": "en-gb"})
    given = {"email": "an.peeters@site.example", "password": PASSWORD}
    return client, client.post("/sign-in/", given | more)


def test_the_account_works_on_its_own_host(coach_of_mechelen):
    assert sign_in("mechelen.localhost")[1].status_code == 302


@pytest.mark.parametrize("host", ["gent.localhost", "programme.localhost"])
def test_the_account_is_unknown_elsewhere(coach_of_mechelen, host):
    answer = sign_in(host)[1]
    assert answer.status_code == 200
    assert "do not belong together" in answer.text


@pytest.mark.parametrize("host", ["gent.localhost", "programme.localhost"])
def test_a_stolen_session_opens_nothing_elsewhere(coach_of_mechelen, host):
    client, _ = sign_in("mechelen.localhost")
    assert client.get("/accounts/profile/").status_code == 200
    elsewhere = client.get("/accounts/profile/", headers={"host": host})
    assert (elsewhere.status_code, elsewhere["Location"][:9]) == (302, "/sign-in/")


def test_failed_attempts_at_one_partner_are_not_counted_at_another(coach_of_mechelen):
    for _ in range(9):
        sign_in("gent.localhost", password="guess")
    assert sign_in("gent.localhost")[1].status_code == 429
    assert sign_in("mechelen.localhost")[1].status_code == 302


def test_the_programmes_people_stand_in_the_shared_layer(own_database):
    with activated(PROGRAMME):
        staff_member("Hilde Lead", Role.LEAD_PARTNER)
        assert current().kind == "programme"
    assert not User.objects.filter(name="Hilde Lead").exists()
