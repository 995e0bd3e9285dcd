"""Accepting an invitation."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from core.accounts import services
from core.accounts.enums import Role
from core.accounts.models import User
from core.audit.models import Entry

pytestmark = pytest.mark.django_db
PASSWORD = "a quiet word at noon"


@pytest.fixture
def issued(administrator):
    return services.invite(
        by=administrator, email="nora@site.example", name="Nora", roles=[Role.FAMILY_COACH]
    )


def accept(issued, **changes):
    given = {"token": issued.token, "name": "Nora Diallo", "password": PASSWORD, "language": "fr"}
    return services.accept_invitation(**(given | changes))


def test_it_makes_the_account_with_the_roles_of_the_invitation(issued):
    user = accept(issued)
    assert (user.email, user.name, user.language) == ("nora@site.example", "Nora Diallo", "fr")
    assert user.roles == [Role.FAMILY_COACH]
    assert user.check_password(PASSWORD)


def test_the_new_colleague_signs_for_it_in_the_log(issued):
    user = accept(issued)
    assert Entry.objects.get(action="accounts.invitation_accepted").actor_id == user.pk


def test_a_link_works_once(issued):
    accept(issued)
    with pytest.raises(ValidationError, match="used, withdrawn or too old"):
        accept(issued)


def test_a_link_expires(issued, time_machine):
    time_machine.move_to(issued.invitation.created_at + datetime.timedelta(days=14, minutes=1))
    with pytest.raises(ValidationError, match="too old"):
        accept(issued)


def test_a_link_works_until_it_expires(issued, time_machine):
    time_machine.move_to(issued.invitation.created_at + datetime.timedelta(days=13, hours=23))
    assert accept(issued).pk


def test_a_withdrawn_link_does_not_work(issued, administrator):
    services.revoke_invitation(by=administrator, invitation=issued.invitation)
    with pytest.raises(ValidationError, match="withdrawn"):
        accept(issued)


@pytest.mark.parametrize("token", ["", "guess", "x" * 43])
def test_a_guess_does_not_work(issued, token):
    with pytest.raises(ValidationError, match="used, withdrawn or too old"):
        accept(issued, token=token)


@pytest.mark.parametrize("password", ["short", "123456789012345", "nora@site.example"])
def test_a_weak_password_is_refused_and_the_link_stays(issued, password):
    with pytest.raises(ValidationError) as refusal:
        accept(issued, password=password)
    assert "password" in refusal.value.message_dict
    assert accept(issued).pk


def test_an_accepted_invitation_can_not_be_withdrawn(issued, administrator):
    accept(issued)
    with pytest.raises(ValidationError, match="accepted already"):
        services.revoke_invitation(by=administrator, invitation=issued.invitation)


def test_an_account_made_in_between_is_not_doubled(issued):
    User.objects.create_user(email="nora@site.example", name="Nora", roles=[])
    with pytest.raises(ValidationError):
        accept(issued)
