"""The public host has no accounts: everybody is a stranger there."""

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.identity("public")]


@pytest.fixture
def public_client(client):
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def test_a_made_up_session_changes_nothing(public_client):
    public_client.cookies["sessionid"] = "x" * 32
    assert public_client.get("/styleguide/").status_code == 200
    assert public_client.get("/api/v1/openapi.json").status_code == 401


def test_a_language_can_be_chosen(public_client):
    public_client.cookies["sessionid"] = "x" * 32
    answer = public_client.post("/language/", {"language": "fr"})
    assert answer.cookies["language"].value == "fr"


def test_there_is_nowhere_to_sign_in(public_client):
    assert public_client.get("/sign-in/").status_code == 404
    assert public_client.get("/accounts/people/").status_code == 404
