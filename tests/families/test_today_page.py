"""My work today: what waits for whom."""

from datetime import date

import pytest

from tenants.families.details import FamilyDetails
from tenants.families.models import Referral
from tenants.families.services import place_on_waiting_list, record_intake
from tenants.families.waiting_work import admission_items
from tests.families.conftest import ELIGIBLE, INTAKE, TODAY

pytestmark = pytest.mark.django_db


def waiting(user):
    """(group, title, page of the next step) of each item."""
    return [
        (item.group.code, item.title, item.href.rstrip("/").rsplit("/", 1)[-1])
        for item in admission_items(user, TODAY)
    ]


def test_each_step_on_the_way_in_waits_with_its_next_step(register, coach, interview):
    register(first_name="Referred")
    asked = register(first_name="Asked").guardian
    record_intake(by=coach, guardian=asked, held_on=INTAKE, answers=ELIGIBLE)
    interview(register(first_name="Eligible").guardian)
    waits = interview(register(first_name="Waiting").guardian).guardian
    place_on_waiting_list(by=coach, guardian=waits, since=INTAKE)
    interview(register(first_name="Refused").guardian, childcare_is_barrier=False)

    assert waiting(coach) == [
        ("families_referred", "Referred Yıldız", "intake"),
        ("families_in_intake", "Asked Yıldız", "decide"),
        ("families_eligible", "Eligible Yıldız", "next-step"),
        ("families_waiting", "Waiting Yıldız", "next-step"),
    ]


def test_a_decision_that_is_not_yet_known_goes_on_waiting(interview, guardian, coach):
    interview(guardian, willing_to_join=None)
    assert [group for group, _title, _page in waiting(coach)] == ["families_in_intake"]


def test_many_stand_in_one_line_that_leads_to_the_list(register, coach):
    for number in range(8):
        register(first_name=f"P{number}")
    items = list(admission_items(coach, TODAY))
    assert len(items) == 6
    assert (items[-1].title, items[-1].stands_for) == ("3 more families", 3)
    assert items[-1].href == "/families/?state=referred"


def test_a_referral_of_long_ago_only_counts(referral, coach):
    Referral.objects.update(referred_on=date(2025, 1, 1))
    (item,) = admission_items(coach, TODAY)
    assert item.title == "1 family since long"


@pytest.mark.parametrize("person", ["stranger", "childcare_worker", "team_coach", "administrator"])
def test_nothing_waits_for_who_does_not_work_with_families(person, request, referral):
    assert waiting(request.getfixturevalue(person)) == []


def test_it_greets_by_the_clock_of_the_site(site_client, coach, time_machine):
    time_machine.move_to("2026-11-22T22:30:00Z")
    site_client.force_login(coach)
    coach.language = "en-gb"
    coach.save()
    assert "Good evening, An" in site_client.get("/").text
    time_machine.move_to("2026-11-22T23:30:00Z")
    page = site_client.get("/").text
    assert "Good morning, An" in page
    assert "Monday 23\xa0November\xa02026" in page


def test_it_teaches_who_has_nothing_to_do(site_client, coach, childcare_worker):
    site_client.force_login(coach)
    assert "/families/register/" in site_client.get("/").text
    site_client.force_login(childcare_worker)
    page = site_client.get("/")
    assert page.status_code == 200
    assert "/families/register/" not in page.text


def test_its_queries_do_not_grow_with_the_families(
    site_client, coach, register, django_assert_max_num_queries
):
    site_client.force_login(coach)
    site_client.get("/")
    for number in range(12):
        register(first_name=f"P{number}", family=FamilyDetails(name="X"), children=())
    with django_assert_max_num_queries(25):
        assert site_client.get("/").status_code == 200


def test_a_stranger_is_turned_away(site_client, stranger):
    site_client.force_login(stranger)
    assert site_client.get("/").status_code == 403
