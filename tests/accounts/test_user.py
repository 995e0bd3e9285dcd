"""An account: its address, its name, its roles."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from core.accounts.enums import PROGRAMME_ROLES, SITE_ROLES, Role
from core.accounts.models import User
from tests.cast import staff_member

pytestmark = pytest.mark.django_db


def test_every_role_belongs_to_exactly_one_kind_of_host():
    assert SITE_ROLES.isdisjoint(PROGRAMME_ROLES)
    assert set(Role) == SITE_ROLES | PROGRAMME_ROLES


def test_an_address_is_kept_in_small_letters():
    user = User.objects.create_user(email=" Ann@Site.Example ", name="Ann", roles=[])
    assert user.email == "ann@site.example"


def test_an_address_is_unique_whatever_way_it_is_typed(coach):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user(email=coach.email.upper(), name="Ann", roles=[])


def test_the_database_refuses_capitals_that_come_another_way(coach):
    with pytest.raises(IntegrityError, match="small_letters"), transaction.atomic():
        User.objects.filter(pk=coach.pk).update(email="AN@SITE.EXAMPLE")


def test_the_database_refuses_roles_of_both_hosts(coach):
    with pytest.raises(IntegrityError, match="roles_of_one_host"), transaction.atomic():
        User.objects.filter(pk=coach.pk).update(roles=[Role.FAMILY_COACH, Role.RESEARCHER])


def test_the_database_refuses_a_role_that_does_not_exist(coach):
    with pytest.raises(IntegrityError, match="roles_of_one_host"), transaction.atomic():
        User.objects.filter(pk=coach.pk).update(roles=["superuser"])


def test_roles_are_kept_in_order_and_once(coach):
    coach.roles = [Role.COORDINATOR, Role.FAMILY_COACH, Role.COORDINATOR]
    coach.save()
    assert coach.roles == [Role.FAMILY_COACH, Role.COORDINATOR]


def test_it_has_a_role_when_one_of_the_asked_is_its_own(coach):
    assert coach.has_role(Role.COORDINATOR, Role.FAMILY_COACH)
    assert not coach.has_role(Role.COORDINATOR)


def test_a_name_sorts_by_the_custom_of_the_persons_language():
    names = {
        User.objects.create_user(
            email=f"{code}@site.example", name="Fatima van den Berg", roles=[], language=code
        ).sort_key[:3]
        for code in ("nl-be", "nl-nl")
    }
    assert names == {"van", "ber"}


def test_colleagues_are_seen_by_who_answers_for_them(coach, coordinator, stranger):
    assert set(User.objects.visible_to(coordinator)) == {coach, coordinator, stranger}
    assert list(User.objects.visible_to(coach)) == [coach]
    assert not User.objects.visible_to(AnonymousUser()).exists()


def test_it_finds_people_by_role(coach, colleague, coordinator):
    staff_member("No Body")
    assert set(User.objects.with_role(Role.FAMILY_COACH)) == {coach, colleague}
