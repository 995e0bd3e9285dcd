"""Registering somebody we may know already."""

from dataclasses import replace
from datetime import date

import pytest

from tenants.families.models import Family
from tenants.families.services import LikelyKnown
from tests.families.conftest import CHILD, FAMILY

pytestmark = pytest.mark.django_db
ELSEWHERE = replace(FAMILY, phone="")


@pytest.fixture
def known(register):
    """A family we know, and what registering another one says of it."""
    family = register(family=ELSEWHERE).family

    def matches(**person):
        person = {"family": ELSEWHERE, "children": (), **person}
        with pytest.raises(LikelyKnown) as refusal:
            register(is_another_family=False, **person)
        assert [match.family for match in refusal.value.matches] == [family]
        return refusal.value

    return matches


def test_accents_and_capitals_make_no_difference(known):
    refusal = known(first_name="AYSE", last_name="yıldız")
    assert "F-2026-0001" in refusal.message_dict["is_another_family"][0]
    assert "same name and date of birth" in refusal.matches[0].because[0]


def test_the_same_name_counts_when_a_birth_date_is_missing(known):
    assert known(birth_date=None)


def test_the_same_birth_date_counts_with_half_the_name(known):
    assert "same date of birth" in known(last_name="Demir").matches[0].because[0]


def test_the_same_child_counts(known):
    refusal = known(first_name="Emre", birth_date=None, children=(CHILD,))
    assert "child Can" in refusal.matches[0].because[0]


def test_the_same_telephone_counts(register):
    register()
    with pytest.raises(LikelyKnown):
        register(
            first_name="Emre",
            last_name="Kaya",
            birth_date=None,
            children=(),
            family=replace(FAMILY, name="Kaya", phone="+32 475/12.34.56"),
            is_another_family=False,
        )


def test_another_birth_date_is_another_person(register):
    register(family=ELSEWHERE)
    register(birth_date=date(1990, 1, 1), children=(), family=ELSEWHERE, is_another_family=False)
    assert Family.objects.count() == 2


def test_who_confirms_it_registers_the_other_family(register):
    register()
    assert register(is_another_family=True).family.reference == "F-2026-0002"
