"""The settings pages: who may read them, in which words, and with every value's origin."""

import pytest

pytestmark = pytest.mark.django_db

PAGES = ["", "target-groups/", "care/", "figures/", "lists/", "languages/", "rules/", "versions/"]


@pytest.fixture
def read(site_client):
    """Read a settings page as somebody, in a language."""

    def get(person, page="", language="en-gb"):
        person.language = language
        person.save()
        site_client.force_login(person)
        return site_client.get(f"/settings/{page}")

    return get


@pytest.mark.parametrize("page", PAGES)
def test_a_coach_reads_every_page(read, coach, page):
    response = read(coach, page)
    assert response.status_code == 200
    assert response.content.count(b"<h1") == 1


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["nl-be", "fr"])
def test_every_page_is_there_in_the_sites_languages(read, coordinator, page, language):
    response = read(coordinator, page, language)
    assert response.status_code == 200
    assert f'lang="{language}"'.encode() in response.content.lower()


@pytest.mark.parametrize("role", ["coach", "team_coach", "coordinator", "administrator"])
def test_who_works_with_the_rules_may_read_them(read, request, role):
    assert read(request.getfixturevalue(role)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_childcare_worker_and_a_stranger_may_not(read, childcare_worker, stranger, page):
    assert read(childcare_worker, page).status_code == 403
    assert read(stranger, page).status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_who_is_not_signed_in_is_sent_to_the_door(site_client, page):
    assert site_client.get(f"/settings/{page}").status_code == 302


def test_target_groups_are_sentences_with_what_happens_while_unknown(read, coach):
    text = read(coach, "target-groups/").content.decode()
    assert "lives in Mechelen" in text
    assert "While answers are unknown" in text
    assert "Not yet known" in text


def test_a_value_says_where_it_comes_from_and_what_is_assumed(read, coach):
    text = read(coach, "care/").content.decode()
    assert "City of Mechelen, slides on 38 VOLT" in text
    assert "assumed" in text
    assert "since 1\xa0January\xa02017" in text


def test_the_week_shows_local_hours_in_the_readers_way(read, coach):
    assert "08:30–12:30" in read(coach, "care/").content.decode()
    assert "8\xa0h\xa030–12\xa0h\xa030" in read(coach, "care/", "fr").content.decode()


def test_labels_of_the_site_are_in_the_readers_language(read, coach):
    assert "Voormiddag" in read(coach, "care/", "nl-be").content.decode()
    assert "Matin" in read(coach, "care/", "fr").content.decode()


def test_announced_rules_are_shown_and_do_not_hold(read, coach):
    text = read(coach, "rules/").content.decode()
    row = text[text.index("fl.ratio.2023decision.mixed") :]
    assert "does not hold today" in row[: row.index("</tr>")]


def test_an_earlier_version_can_be_looked_at_and_says_so(read, coach):
    text = read(coach, "target-groups/?version=1").content.decode()
    assert "version 1" in text
    assert "willing" not in text[text.index("<main") :].lower().split("written down at intake")[0]


@pytest.mark.parametrize("number", ["99", "x", "²", "-1", "9" * 20])
def test_a_version_that_does_not_exist_is_not_found(read, coach, number):
    assert read(coach, f"?version={number}").status_code == 404
