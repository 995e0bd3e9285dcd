"""The intake on the screen: questions by topic, and what the rules say beside it."""

import pytest

from tenants.families.models import Decision, Intake, Situation

pytestmark = pytest.mark.django_db
ANSWERS = {
    "held_on": "2026-11-09",
    "childcare_is_barrier": "yes",
    "willing_to_join": "yes",
    "residence_lau": "BE-12025",
    "lone_parent": "unknown",
    "income_band": "not_asked",
    "months_unemployed": "14",
}


@pytest.fixture
def desk(site_client, coach, guardian):
    coach.language = "en-gb"
    coach.save()
    site_client.force_login(coach)
    return site_client


@pytest.fixture
def url(guardian):
    return f"/families/F-2026-0001/parents/{guardian.pk}/intake/"


def test_it_asks_what_the_site_records_and_says_why(desk, url):
    page = desk.get(url).text
    assert "Is childcare a barrier?" in page
    assert "Some places are kept for families with a low income." in page
    assert "Is there a foster child" not in page  # Mechelen does not record it


def test_it_begins_with_what_the_file_knows(desk, url):
    assert '<option value="BE-12025" selected>' in desk.get(url).text


def test_a_finished_intake_leads_to_the_decision(desk, url, guardian):
    answer = desk.post(url, ANSWERS)
    assert answer["Location"].endswith(f"/parents/{guardian.pk}/decide/")
    situation = Situation.objects.get()
    assert situation.months_unemployed == 14
    assert "income_band" in situation.not_asked
    assert "lone_parent" not in situation.not_asked


def test_it_can_be_saved_for_later_and_goes_on_where_it_stopped(desk, url):
    assert desk.post(url, {**ANSWERS, "later": "1"})["Location"] == "/families/F-2026-0001/"
    assert not Intake.objects.get().completed
    page = desk.get(url).text
    assert 'value="14"' in page
    assert 'value="2026-11-09"' in page


def test_an_error_keeps_the_answers(desk, url):
    page = desk.post(url, {**ANSWERS, "months_unemployed": "-3", "held_on": "2026-10-01"}).text
    assert 'value="-3"' in page
    assert "Give a whole number from 0 to 599." in page
    assert not Intake.objects.exists()
    page = desk.post(url, {**ANSWERS, "held_on": "2026-10-01"}).text
    assert "the day it follows on" in page


def test_the_rules_speak_while_the_coach_types_and_nothing_is_stored(desk, url):
    fragment = desk.post(f"{url}check/", ANSWERS, headers={"HX-Request": "true"}).text
    assert "Eligible" in fragment
    assert "<html" not in fragment
    fragment = desk.post(
        f"{url}check/", {**ANSWERS, "residence_lau": "BE-44021"}, headers={"HX-Request": "true"}
    ).text
    assert "The family lives outside Mechelen" in fragment
    assert not Situation.objects.exists()


def test_the_check_works_as_a_plain_button_and_keeps_the_answers(desk, url):
    page = desk.post(f"{url}check/", {**ANSWERS, "willing_to_join": "unknown"}).text
    assert "<html" in page
    assert f'action="{url}"' in page  # going on must not check once more
    assert "Unknown: is the parent willing to join a trajectory?" in page
    assert 'value="14"' in page
    assert not Situation.objects.exists()


def test_a_day_before_the_sites_rules_is_told_and_does_no_harm(desk, url):
    page = desk.post(f"{url}check/", {**ANSWERS, "held_on": "2010-01-01"}).text
    assert "no rules for that day" in page


def test_reading_the_question_page_decides_nothing(desk, url):
    desk.get(url)
    assert not Decision.objects.exists()
