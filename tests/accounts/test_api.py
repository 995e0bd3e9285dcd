"""The API's /me/ and /people/."""

import pytest

from tests.cast import staff_member

pytestmark = pytest.mark.django_db


def test_it_tells_who_i_am(site_client, coach):
    site_client.force_login(coach)
    assert site_client.get("/api/v1/me/").json() == {
        "id": coach.pk,
        "name": "An Peeters",
        "email": "an.peeters@site.example",
        "roles": ["family_coach"],
        "language": "nl-be",
    }


def test_it_lists_the_people_in_the_order_of_their_names(site_client, coordinator, coach):
    staff_member("Zoë Aerts")
    site_client.force_login(coordinator)
    answer = site_client.get("/api/v1/people/").json()
    names = [person["name"] for person in answer["results"]]
    assert names == ["Zoë Aerts", "An Peeters", "Carine Wouters"]


def test_it_tells_nothing_of_passwords(site_client, coordinator):
    site_client.force_login(coordinator)
    assert "password" not in site_client.get("/api/v1/people/").text


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_only_reads(site_client, administrator, method):
    site_client.force_login(administrator)
    assert getattr(site_client, method)("/api/v1/people/").status_code in (403, 405)
