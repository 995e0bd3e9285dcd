"""The other sites of the demo: under their own rules, the same on whatever day it is made."""

from datetime import date

import pytest

from core.accounts.enums import PROGRAMME_ROLES, SITE_ROLES
from core.accounts.models import User
from core.partners.models import Partner
from core.sites.files import site_folder
from pace import demo_data
from pace.demo_data.loading import make_accounts
from pace.demo_data.people import SITES, of_host
from pace.demo_data.profiles import BY_SLUG
from pace.demo_data.rows import rows_of
from pace.demo_data.simulation import History
from tenants.childcare.models import Attendance
from tenants.families.case_import.site_rules import SiteRules
from tenants.families.models import Decision, Family, Referral
from tenants.guidance.models import Case

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY.isoformat()} 10:00")


def partner(slug):
    """A partner as the demo's command hands it over, inside that partner's context."""
    return Partner(slug=slug)


@pytest.mark.identity("gent")
def test_gent_is_filled_under_its_own_rules(db):
    demo_data.load(partner("gent"))
    assert Family.objects.count() > 200
    assert set(Decision.objects.values_list("outcome", flat=True)) == {
        "eligible",
        "not_eligible",
        "not_yet_known",
    }
    assert Case.objects.filter(coach=None).count() == 0
    assert not Attendance.objects.above_capacity().exists()


@pytest.mark.identity("gent")
def test_filling_twice_is_filling_once(db):
    demo_data.load(partner("gent"))
    before = (Family.objects.count(), User.objects.count())
    demo_data.load(partner("gent"))
    assert (Family.objects.count(), User.objects.count()) == before


@pytest.mark.identity("den-haag")
def test_there_is_something_to_do_today(db):
    demo_data.load(partner("den-haag"))
    assert Case.objects.running().exists()
    assert Referral.objects.latest("referred_on").referred_on > date(2026, 10, 1)


@pytest.mark.identity("den-haag")
def test_past_years_are_the_same_on_whatever_day_the_demo_is_made(db):
    def until_2022(today):
        families = History(BY_SLUG["den-haag"], SiteRules(today), today).run()
        return [
            (row["record"], row.get("reference"), row.get("person"), row["on"], row.get("kind"))
            for row in rows_of(families)
            if row.get("on") and row["on"] < date(2023, 1, 1) and row["record"] != "attendance"
        ]

    assert until_2022(TODAY) == until_2022(date(2027, 3, 4))


def test_a_site_that_ships_without_families_gets_only_its_staff(db):
    demo_data.load(partner("nobody-knows-it"))
    assert not Family.objects.exists()


def test_every_site_that_ships_has_a_cast_and_cases():
    assert set(site_folder().slugs()) == set(SITES) == {"mechelen", *BY_SLUG}


def test_every_role_is_played_by_somebody():
    roles = {role for member in demo_data.people() for role in member.roles}
    assert roles == SITE_ROLES | PROGRAMME_ROLES
    addresses = [(member.host, member.email) for member in demo_data.people()]
    assert len(set(addresses)) == len(addresses)
    assert all(member.email.endswith(".example") for member in demo_data.people())


def test_the_cast_can_sign_in(db):
    people = make_accounts("mechelen")
    assert len(people) == len(of_host("mechelen"))
    assert all(person.check_password(demo_data.PASSWORD) for person in people)


@pytest.mark.identity("programme")
def test_the_programme_has_its_people(db):
    demo_data.load_programme()
    demo_data.load_programme()
    assert User.objects.count() == len(of_host("programme"))
