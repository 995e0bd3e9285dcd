"""A family is registered: who may, what is refused, what is written."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.families.models import Child, Family, Guardian, Referral
from tenants.families.services import add_child, refer_again, register_referral
from tests.families.conftest import CHILD, FAMILY, PARENT, REFERRED, TODAY

pytestmark = pytest.mark.django_db


def refused(**changed):
    """The messages by field when these details are registered."""
    details = {
        "family": FAMILY,
        "parent": PARENT,
        "children": [CHILD],
        "referred_on": REFERRED,
        "referrer": "employment_service",
        **changed,
    }
    with pytest.raises(ValidationError) as refusal:
        register_referral(**details)
    return refusal.value.message_dict


def test_it_writes_the_family_its_people_and_the_referral_at_once(referral):
    assert referral.family.reference == "F-2026-0001"
    assert referral.family.guardians.get().name == "Ayşe Yıldız"
    assert referral.family.children.get().birth_date == date(2025, 3, 1)
    assert (referral.referrer, referral.referred_on) == ("employment_service", REFERRED)


def test_it_stands_in_the_log(referral, coach):
    entry = Entry.objects.get(action="families.referral_registered")
    assert (entry.actor_id, entry.family_id) == (coach.pk, referral.family_id)


def test_families_of_a_year_count_on(register):
    assert [register(first_name=name).family.reference for name in "AB"] == [
        "F-2026-0001",
        "F-2026-0002",
    ]


@pytest.mark.parametrize("person", ["stranger", "childcare_worker", "team_coach", "administrator"])
def test_it_is_refused_to_who_does_not_work_with_families(person, register, request):
    with pytest.raises(NotPermitted):
        register(by=request.getfixturevalue(person))
    assert not Family.objects.exists()


def test_the_coordinator_may_too(register, coordinator):
    assert register(by=coordinator).pk


def test_it_says_all_that_is_wrong_by_field(coach):
    messages = refused(
        by=coach,
        family=replace(FAMILY, phone="call me", email="nowhere"),
        parent=replace(PARENT, first_name="", birth_date=date(2027, 1, 1)),
        children=[replace(CHILD, birth_date=date(2005, 1, 1))],
        referred_on=date(2026, 11, 23),
    )
    assert set(messages) == {
        "family.phone",
        "family.email",
        "parent.first_name",
        "parent.birth_date",
        "children.0.birth_date",
        "referred_on",
    }
    assert not Guardian.objects.exists()


@pytest.mark.parametrize("code", ["nobody", ""])
def test_a_referrer_is_one_of_the_sites_list(coach, code):
    assert set(refused(by=coach, referrer=code)) == {"referrer"}


def test_a_referral_before_the_sites_first_rules_is_refused_with_the_reason(coach):
    assert "2016" in refused(by=coach, referred_on=date(2016, 1, 1))["referred_on"][0]


def test_a_parent_is_older_than_the_child(coach):
    messages = refused(by=coach, parent=replace(PARENT, birth_date=date(2013, 6, 1)))
    assert "too late for this child" in messages["children.0.birth_date"][0]


@pytest.mark.parametrize(
    "note",
    [
        "Rijksregisternummer 85.07.30-033-28",
        "NIR 2 55 08 14 168 025 38",
        "haar BSN is 111222333",
    ],
)
def test_a_note_holds_no_national_number(coach, note):
    assert "national identity number" in refused(by=coach, note=note)["note"][0]


def test_a_telephone_number_in_a_note_is_no_national_number(coach, register):
    referral = register()
    again = refer_again(
        by=coach,
        guardian=referral.guardian,
        referred_on=TODAY,
        referrer="self",
        note="Call +32 475 12 34 56 or 015 29 83 56 after 16.30; file 2026-11-000123456.",
    )
    assert again.note


def test_an_own_reference_is_used_once(coach, register):
    register(own_reference="38V-17")
    messages = refused(by=coach, parent=replace(PARENT, own_reference="38V-17"))
    assert set(messages) == {"parent.own_reference"}


def test_a_parent_we_know_can_be_referred_again(coach, guardian):
    refer_again(by=coach, guardian=guardian, referred_on=TODAY, referrer="self")
    assert Referral.objects.filter(guardian=guardian).count() == 2


def test_a_child_is_added_to_a_family_once(coach, referral):
    baby = replace(CHILD, first_name="Ece", birth_date=date(2026, 10, 1))
    add_child(by=coach, family=referral.family, child=baby)
    with pytest.raises(ValidationError, match="already"):
        add_child(by=coach, family=referral.family, child=baby)
    assert Child.objects.count() == 2
    assert Entry.objects.filter(action="families.child_added").count() == 1


def test_a_childcare_worker_adds_no_child(childcare_worker, referral):
    with pytest.raises(NotPermitted):
        add_child(by=childcare_worker, family=referral.family, child=CHILD)
