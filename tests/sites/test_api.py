"""The configuration over the API, for the same people as on the pages."""

import pytest

pytestmark = pytest.mark.django_db

DOORS = ["/api/v1/configuration/", "/api/v1/configuration/versions/"]


@pytest.fixture
def ask(site_client):
    def get(person, address):
        site_client.force_login(person)
        return site_client.get(address)

    return get


def test_it_gives_what_holds_today_with_its_content(ask, coach):
    answer = ask(coach, DOORS[0]).json()
    assert (answer["number"], answer["valid_from"]) == (3, "2021-06-01")
    assert answer["configuration"]["care"]["capacity_per_day_part"] == 15


def test_it_gives_what_held_on_a_day(ask, coach):
    assert ask(coach, f"{DOORS[0]}?on=2020-02-29").json()["number"] == 1


@pytest.mark.parametrize(("on", "status"), [("2016-12-31", 404), ("yesterday", 400)])
def test_a_day_without_configuration_and_a_word_are_told_apart(ask, coach, on, status):
    assert ask(coach, f"{DOORS[0]}?on={on}").status_code == status


def test_it_lists_every_version_without_its_content(ask, coordinator):
    results = ask(coordinator, DOORS[1]).json()["results"]
    assert [result["number"] for result in results] == [3, 2, 1]
    assert "configuration" not in results[0]


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("person", "status"),
    [
        ("coach", 200),
        ("team_coach", 200),
        ("coordinator", 200),
        ("administrator", 200),
        ("childcare_worker", 403),
        ("stranger", 403),
    ],
)
def test_who_may(ask, request, door, person, status):
    assert ask(request.getfixturevalue(person), door).status_code == status


@pytest.mark.parametrize("door", DOORS)
def test_nobody_changes_anything_through_it(site_client, administrator, door):
    site_client.force_login(administrator)
    assert site_client.post(door, {}).status_code == 403


@pytest.mark.parametrize("door", DOORS)
def test_who_is_not_signed_in_gets_nothing(site_client, door):
    assert site_client.get(door).status_code in (401, 403)
