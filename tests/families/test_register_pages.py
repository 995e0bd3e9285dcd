"""Registering on the screen: nothing typed is lost, and one step leads to the next."""

import pytest

from tenants.families.models import Child, Family, Referral
from tests.families.conftest import TODAY

pytestmark = pytest.mark.django_db
URL = "/families/register/"
TYPED = {
    "child_rows": "2",
    "parent-first_name": "Ayşe",
    "parent-last_name": "Yıldız",
    "parent-birth_date": "04-05-1996",
    "parent-sex": "woman",
    "family-phone": "0475 12 34 56",
    "family-residence_lau": "BE-12025",
    "family-interpreter_needed": "no",
    "children-0-first_name": "",
    "children-1-first_name": "Can",
    "children-1-birth_date": "2025-03-01",
    "children-1-sex": "unknown",
    "referral-referred_on": "2026-11-02",
    "referral-referrer": "employment_service",
    "referral-note": "Comes on Tuesdays.",
}


@pytest.fixture
def desk(site_client, coach):
    coach.language = "en-gb"
    coach.save()
    site_client.force_login(coach)
    return site_client


def test_it_registers_and_goes_on_to_the_intake(desk):
    answer = desk.post(URL, TYPED)
    referral = Referral.objects.get()
    assert answer["Location"] == f"/families/F-2026-0001/parents/{referral.guardian_id}/intake/"
    assert referral.family.interpreter_needed is False
    assert Child.objects.get().last_name == "Yıldız"


def test_an_error_keeps_what_was_typed_and_links_to_its_field(desk):
    page = desk.post(
        URL, {**TYPED, "parent-birth_date": "1 May", "children-1-birth_date": "2001-01-01"}
    ).text
    assert 'value="Ayşe"' in page
    assert "Comes on Tuesdays." in page
    assert 'href="#id_parent-birth_date"' in page
    assert not Family.objects.exists()


def test_all_that_is_wrong_shows_at_once(desk):
    wrong = {
        **TYPED,
        "parent-first_name": "",
        "family-phone": "call me",
        "children-1-birth_date": "2001-01-01",
        "referral-referrer": "",
    }
    page = desk.post(URL, wrong).text
    for field in ("parent-first_name", "family-phone", "children-1-birth_date"):
        assert f'href="#id_{field}"' in page
    assert 'href="#id_referral-referrer"' in page


def test_the_services_rules_show_at_the_row_they_are_about(desk):
    page = desk.post(URL, {**TYPED, "children-1-birth_date": "2001-01-01"}).text
    assert 'href="#id_children-1-birth_date"' in page
    assert "Child 2, Date of birth" in page
    assert "A child is under 18 years old" in page


def test_another_row_is_added_without_complaints_about_the_first_ones(desk):
    page = desk.post(URL, {**TYPED, "parent-first_name": "", "more_children": "1"}).text
    assert "children-2-first_name" in page
    assert 'value="Can"' in page
    assert "error-summary" not in page
    assert not Family.objects.exists()


def test_a_likeness_is_shown_and_can_be_confirmed(desk, referral):
    page = desk.post(URL, TYPED).text
    assert "/families/F-2026-0001/" in page
    assert "We may already know this family" in page
    assert "same name and date of birth" in page
    assert Family.objects.count() == 1
    desk.post(URL, {**TYPED, "confirmation-is_another_family": "on"})
    assert Family.objects.count() == 2


def test_a_parent_we_know_is_referred_again(desk, guardian):
    url = f"/families/F-2026-0001/parents/{guardian.pk}/referral/"
    assert desk.get(url).status_code == 200
    assert "referrer" in desk.post(url, {"referred_on": "2026-11-22"}).text
    answer = desk.post(url, {"referred_on": "2026-11-22", "referrer": "self", "note": ""})
    assert answer["Location"].endswith(f"/parents/{guardian.pk}/intake/")
    assert Referral.objects.filter(referred_on=TODAY).count() == 1


def test_a_child_is_added(desk, referral):
    url = "/families/F-2026-0001/children/add/"
    child = {
        "first_name": "Ece",
        "last_name": "Yıldız",
        "birth_date": "2026-10-01",
        "sex": "unknown",
    }
    assert 'value="Yıldız"' in desk.get(url).text
    assert "in the future" in desk.post(url, {**child, "birth_date": "2027-01-01"}).text
    assert desk.post(url, child)["Location"] == "/families/F-2026-0001/"
    assert Child.objects.filter(first_name="Ece").exists()
