"""A family's file: what it shows, what it costs, and that opening it is logged."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from core.audit.models import Entry
from tenants.families.services import place_on_waiting_list, record_intake, refer_again
from tests.families.conftest import ELIGIBLE, INTAKE, TODAY

pytestmark = pytest.mark.django_db
URL = "/families/F-2026-0001/"


@pytest.fixture
def desk(site_client, coach):
    coach.language = "en-gb"
    coach.save()
    site_client.force_login(coach)
    return site_client


def test_it_shows_who_they_are_what_happened_and_why(desk, coach, decision):
    place_on_waiting_list(by=coach, guardian=decision.guardian, since=INTAKE)
    page = desk.get(URL).text
    for text in (
        "Ayşe Yıldız",
        "20 months",
        "On the waiting list",
        "tel:0475123456",
        "The family lives in Mechelen",
        "Intake with Ayşe Yıldız",
        f"/parents/{decision.guardian_id}/next-step/",
    ):
        assert text in page


def test_it_leads_to_the_next_step(desk, coach, guardian):
    assert "Hold the intake" in desk.get(URL).text
    record_intake(by=coach, guardian=guardian, held_on=INTAKE, answers=ELIGIBLE, completed=False)
    assert "Finish the intake" in desk.get(URL).text
    record_intake(by=coach, guardian=guardian, held_on=INTAKE, answers=ELIGIBLE)
    assert f"/parents/{guardian.pk}/decide/" in desk.get(URL).text
    refer_again(by=coach, guardian=guardian, referred_on=TODAY, referrer="self")
    assert "Hold the intake" in desk.get(URL).text


def test_opening_it_is_logged_once(desk, coach, referral):
    desk.get(URL)
    entry = Entry.objects.get(kind="read")
    assert (entry.actor_id, entry.family_id) == (coach.pk, referral.family_id)


def test_it_is_not_served_when_it_can_not_be_logged(desk, referral, monkeypatch):
    def fail(**fields):
        raise DatabaseError

    monkeypatch.setattr("tenants.families.web.found.record_view", fail)
    with pytest.raises(DatabaseError):
        desk.get(URL)


def test_a_long_history_costs_no_more_queries(
    desk, coach, decision, interview, django_assert_max_num_queries
):
    for days in range(14, 26):
        refer_again(
            by=coach,
            guardian=decision.guardian,
            referred_on=TODAY - timedelta(days=days),
            referrer="self",
        )
    interview(decision.guardian)
    desk.get(URL)
    with django_assert_max_num_queries(25):
        assert desk.get(URL).status_code == 200


def test_a_family_of_long_ago_without_any_event_has_a_file_too(desk, referral):
    referral.family.own_reference = "38V-1"
    referral.family.save()
    referral.delete()
    page = desk.get(URL).text
    assert "38V-1" in page
    assert "Hold the intake" not in page


@pytest.mark.parametrize("path", ["F-2026-0002/", "F-2026-0001/parents/999/intake/"])
def test_what_is_not_there_is_not_found(desk, referral, path):
    assert desk.get(f"/families/{path}").status_code == 404
