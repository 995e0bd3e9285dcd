"""The decision on the screen, its replay, and the next step."""

import pytest

from tenants.families.models import Decision, WaitingEntry
from tenants.families.selectors import current_decision
from tenants.families.services import place_on_waiting_list, record_intake
from tests.families.conftest import ELIGIBLE, INTAKE

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(site_client, coach):
    coach.language = "en-gb"
    coach.save()
    site_client.force_login(coach)
    return site_client


@pytest.fixture
def parent_url(guardian):
    return f"/families/F-2026-0001/parents/{guardian.pk}"


@pytest.fixture
def decision_url(decision):
    return f"/families/F-2026-0001/decisions/{decision.pk}/"


def test_without_a_finished_intake_it_leads_to_the_intake(desk, parent_url):
    assert desk.get(f"{parent_url}/decide/")["Location"] == f"{parent_url}/intake/"
    assert desk.get(f"{parent_url}/next-step/")["Location"] == f"{parent_url}/decide/"


def test_it_shows_what_the_rules_say_before_it_is_recorded(desk, coach, guardian, parent_url):
    record_intake(by=coach, guardian=guardian, held_on=INTAKE, answers=ELIGIBLE)
    page = desk.get(f"{parent_url}/decide/").text
    assert "Childcare is a barrier to training or work" in page
    assert not Decision.objects.exists()

    answer = desk.post(f"{parent_url}/decide/", {"decided_on": "2026-11-22", "reason": ""})
    assert answer["Location"] == f"/families/F-2026-0001/decisions/{Decision.objects.get().pk}/"


def test_a_wrong_day_is_told_at_the_field(desk, decision, parent_url):
    page = desk.post(f"{parent_url}/decide/", {"decided_on": "2026-11-01"}).text
    assert 'href="#id_decided_on"' in page
    assert Decision.objects.count() == 1


def test_it_names_the_version_of_the_rules_and_the_answers(desk, decision, decision_url):
    page = desk.get(decision_url).text
    assert f"Version {decision.configuration_number}" in page
    assert decision.configuration_checksum[:12] in page
    assert "20 months" in page


def test_it_is_replayed_on_request(desk, decision, decision_url):
    assert "The same again" in desk.get(f"{decision_url}?replay=1").text
    Decision.objects.update(answers={**decision.answers, "willing_to_join": False})
    assert "Not the same" in desk.get(f"{decision_url}?replay=1").text
    Decision.objects.update(configuration_number=999)
    assert "can not be read" in desk.get(f"{decision_url}?replay=1").text


def test_guidance_starts_from_it(desk, guardian, parent_url, decision):
    step = {"step": "start", "on": "2026-11-22"}
    assert desk.post(f"{parent_url}/next-step/", step)["Location"] == "/families/F-2026-0001/"
    assert current_decision(guardian).next_step == "start"


def test_a_refused_step_is_explained_and_keeps_the_choice(desk, parent_url, decision):
    page = desk.post(f"{parent_url}/next-step/", {"step": "waiting", "on": "2026-11-23"}).text
    assert "lies in the future" in page
    assert 'value="2026-11-23"' in page
    assert not WaitingEntry.objects.exists()


def test_the_waiting_list_is_entered_left_and_entered_again_by_undo(desk, parent_url, decision):
    desk.post(f"{parent_url}/next-step/", {"step": "waiting", "on": "2026-11-10"})
    entry = WaitingEntry.objects.get()
    left = {"reason": "moved", "on": "2026-11-22"}
    page = desk.post(f"{parent_url}/waiting-list/withdraw/", left, follow=True).text
    undo = f"/families/F-2026-0001/waiting-list/{entry.pk}/resume/"
    assert undo in page

    desk.post(undo)
    entry.refresh_from_db()
    assert entry.is_open
    assert f"{entry.waiting_since}" == "2026-11-10"


def test_who_does_not_wait_can_not_be_taken_off(desk, parent_url, decision):
    assert desk.get(f"{parent_url}/waiting-list/withdraw/").status_code == 404


def test_a_waiting_parent_can_only_start(desk, coach, guardian, decision, decision_url):
    place_on_waiting_list(by=coach, guardian=guardian, since=INTAKE)
    page = desk.get(decision_url).text
    assert 'value="start"' in page
    assert 'value="waiting"' not in page


def test_a_refusal_says_what_the_coach_can_do(desk, interview, guardian):
    decision = interview(guardian, residence_lau="BE-44021")
    page = desk.get(f"/families/F-2026-0001/decisions/{decision.pk}/").text
    assert "The family lives outside Mechelen" in page
    assert "point the way" in page
    assert "next-step" not in page


def test_who_waits_and_is_no_longer_eligible_can_be_taken_off_the_list(
    desk, coach, interview, guardian, decision, parent_url
):
    place_on_waiting_list(by=coach, guardian=guardian, since=INTAKE)
    again = interview(guardian, residence_lau="BE-44021")
    for page in (f"/families/F-2026-0001/decisions/{again.pk}/", "/families/F-2026-0001/"):
        assert f'href="{parent_url}/waiting-list/withdraw/"' in desk.get(page).text
    assert "Start guidance" not in desk.get("/families/F-2026-0001/").text
