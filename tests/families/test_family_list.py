"""The list of families: finding one, where they stand, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.families.details import FamilyDetails
from tenants.families.models import Family
from tenants.families.references import reference
from tenants.families.selectors import list_of_families
from tenants.families.services import place_on_waiting_list, refer_again
from tests.families.conftest import INTAKE, TODAY

pytestmark = pytest.mark.django_db


def found(user, query="", state=""):
    return [family.reference for family in list_of_families(user, query=query, state=state)]


@pytest.mark.parametrize(
    "query",
    ["yildiz", "YIL", "ayse", "Ayşe Yıldız", "yildiz ayse", "F-2026-0001", "0475123", "475/12 34"],
)
def test_it_finds_by_name_reference_or_telephone(register, coach, query):
    register()
    register(first_name="An", last_name="Peeters", family=FamilyDetails(name="Peeters"))
    assert found(coach, query) == ["F-2026-0001"]


@pytest.mark.parametrize("query", ["van den berg", "Berg", "vandenberg", "  sofie  "])
def test_it_finds_names_with_particles_however_they_are_typed(register, coach, query):
    register(first_name="Sofie", last_name="Van den Berg", family=FamilyDetails(name="X"))
    assert len(found(coach, query)) == 1


@pytest.mark.parametrize("query", ["zzz", "%", "_", "12", "'; drop table"])
def test_it_finds_nobody_by_what_nobody_is_called(register, coach, query):
    register()
    assert found(coach, query) == []


def test_it_shows_where_each_family_stands(register, coach, interview):
    referred, decided, waits = (register(first_name=name).guardian for name in "ABC")
    interview(decided, residence_lau="BE-44021")
    place_on_waiting_list(by=coach, guardian=interview(waits).guardian, since=INTAKE)
    states = {f.reference: f.state for f in list_of_families(coach)}
    assert list(states.values()) == ["referred", "not_eligible", "waiting"]
    assert found(coach, state="waiting") == [waits.family.reference]
    assert referred.family.reference in states


def test_a_family_that_comes_back_is_referred_again(coach, interview, guardian):
    interview(guardian, residence_lau="BE-44021")
    refer_again(by=coach, guardian=guardian, referred_on=TODAY, referrer="self")
    assert found(coach, state="referred") == ["F-2026-0001"]


def test_others_find_nobody(referral, stranger, childcare_worker):
    assert found(stranger) == found(childcare_worker) == []


def many_families(count, year=2025):
    families = Family.objects.bulk_create(
        Family(reference=reference(year, n), name=f"N{n}", sort_key=f"n{n:04d}")
        for n in range(count)
    )
    for family in families:
        family.guardians.create(first_name="A", last_name=family.name)
        family.children.create(first_name="B", last_name=family.name)


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        page = client.get(address)
    assert page.status_code == 200
    return len(captured), page


def test_a_page_costs_the_same_whatever_stands_on_it(site_client, coach):
    site_client.force_login(coach)
    many_families(20)
    site_client.get("/families/")
    few, _page = queries_of(site_client, "/families/")
    many_families(200, year=2024)
    many, page = queries_of(site_client, "/families/")
    assert few == many <= 12
    assert page.text.count("<tr>") == 1 + 50
    assert "?page=2" in page.text


def test_it_teaches_when_it_is_empty_and_when_nothing_is_found(site_client, coach, register):
    coach.language = "en-gb"
    coach.save()
    site_client.force_login(coach)
    assert "No families yet" in site_client.get("/families/").text
    register()
    page = site_client.get("/families/?q=zzz&state=nonsense").text
    assert "No family found" in page
    assert 'value="zzz"' in page
