"""Roles, switching accounts off and on, the first administrator."""

import pytest
from django.core.exceptions import ValidationError

from core.accounts import services
from core.accounts.access import NotPermitted
from core.accounts.enums import Role
from core.accounts.models import User
from core.audit.models import Entry
from tests.cast import staff_member

pytestmark = pytest.mark.django_db


def test_roles_change_and_the_log_says_from_what_to_what(administrator, coach):
    changed = services.change_roles(by=administrator, user=coach, roles=[Role.COORDINATOR])
    assert changed.roles == ["coordinator"]
    entry = Entry.objects.get(action="accounts.roles_changed")
    assert entry.details == {"from": ["family_coach"], "to": ["coordinator"]}


@pytest.mark.parametrize("roles", [[], ["superuser"], [Role.RESEARCHER]])
def test_roles_that_do_not_exist_on_this_host_are_refused(administrator, coach, roles):
    with pytest.raises(ValidationError) as refusal:
        services.change_roles(by=administrator, user=coach, roles=roles)
    assert "roles" in refusal.value.message_dict


def test_the_last_administrator_stays_one(administrator):
    with pytest.raises(ValidationError, match="last administrator"):
        services.change_roles(by=administrator, user=administrator, roles=[Role.COORDINATOR])


def test_an_administrator_goes_when_another_is_left(administrator):
    staff_member("Second", Role.SITE_ADMINISTRATOR)
    services.change_roles(by=administrator, user=administrator, roles=[Role.COORDINATOR])
    assert not User.objects.get(pk=administrator.pk).has_role(Role.SITE_ADMINISTRATOR)


def test_an_administrator_who_is_switched_off_does_not_count(administrator):
    second = staff_member("Second", Role.SITE_ADMINISTRATOR)
    services.deactivate(by=administrator, user=second)
    with pytest.raises(ValidationError, match="last administrator"):
        services.change_roles(by=administrator, user=administrator, roles=[Role.COORDINATOR])


def test_switching_off_keeps_the_person_and_says_why(administrator, coach):
    services.deactivate(by=administrator, user=coach, reason="Left the team")
    assert not User.objects.get(pk=coach.pk).is_active
    assert Entry.objects.get(action="accounts.person_deactivated").reason == "Left the team"


def test_nobody_switches_off_their_own_account(administrator):
    staff_member("Second", Role.SITE_ADMINISTRATOR)
    with pytest.raises(ValidationError, match="your own account"):
        services.deactivate(by=administrator, user=administrator)


def test_switching_on_gives_the_roles_back(administrator, coach):
    services.deactivate(by=administrator, user=coach)
    assert services.reactivate(by=administrator, user=coach).roles == ["family_coach"]
    assert User.objects.active().filter(pk=coach.pk).exists()


@pytest.mark.parametrize("name", ["coach", "coordinator", "stranger"])
def test_only_an_administrator_manages_people(name, request, colleague):
    by = request.getfixturevalue(name)
    for attempt in (
        lambda: services.change_roles(by=by, user=by, roles=[Role.SITE_ADMINISTRATOR]),
        lambda: services.deactivate(by=by, user=colleague),
        lambda: services.reactivate(by=by, user=colleague),
    ):
        with pytest.raises(NotPermitted):
            attempt()


def test_a_schema_starts_with_one_administrator():
    first = services.create_first_administrator(email="first@site.example", name="First")
    assert first.roles == ["site_administrator"]
    assert not first.has_usable_password()
    entry = Entry.objects.get(action="accounts.first_administrator_created")
    assert (entry.actor_id, entry.actor) == (None, "system")


def test_there_is_only_one_first_administrator(administrator):
    with pytest.raises(ValidationError, match="administrator already"):
        services.create_first_administrator(email="first@site.example", name="First")


def test_the_first_account_is_an_administrators():
    with pytest.raises(ValidationError):
        services.create_first_administrator(
            email="first@site.example", name="First", role=Role.RESEARCHER
        )
