"""Inviting a colleague."""

import pytest
from django.core.exceptions import ValidationError

from core.accounts import notifications, services
from core.accounts.access import NotPermitted
from core.accounts.enums import Role
from core.accounts.models import Invitation
from core.audit.models import Entry

pytestmark = pytest.mark.django_db


def invite(by, **changes):
    given = {"email": "Nora@site.example", "name": "Nora Diallo", "roles": [Role.FAMILY_COACH]}
    return services.invite(by=by, **(given | changes))


def test_it_keeps_a_digest_of_the_token_alone(administrator):
    issued = invite(administrator)
    assert issued.invitation.email == "nora@site.example"
    assert issued.token not in str(vars(issued.invitation))


def test_it_is_written_in_the_log(administrator):
    issued = invite(administrator)
    entry = Entry.objects.get(action="accounts.person_invited")
    assert (entry.actor_id, entry.object_id) == (administrator.pk, str(issued.invitation.pk))


def test_it_mails_the_link_in_the_language_of_the_invitation(administrator, mailoutbox):
    issued = invite(
        administrator, language="fr", link=lambda token: f"https://x.example/{token}/", place="Gent"
    )
    (mail,) = mailoutbox
    assert mail.to == ["nora@site.example"]
    assert f"https://x.example/{issued.token}/" in mail.body
    assert "Gent" in mail.subject


def test_nothing_is_saved_when_the_mail_can_not_leave(administrator, monkeypatch):
    def refuse(*_args, **_options):
        raise ConnectionRefusedError

    monkeypatch.setattr(notifications, "send_mail", refuse)
    with pytest.raises(notifications.MailError):
        invite(administrator, link=str)
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("name", ["coach", "coordinator", "stranger"])
def test_only_an_administrator_invites(name, request):
    with pytest.raises(NotPermitted):
        invite(request.getfixturevalue(name))


def test_an_administrator_who_is_switched_off_does_not_invite(administrator):
    administrator.is_active = False
    with pytest.raises(NotPermitted):
        invite(administrator)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "no address"),
        ("name", "  "),
        ("name", "x" * 151),
        ("roles", []),
        ("roles", ["superuser"]),
        ("roles", [Role.RESEARCHER]),
        ("roles", [Role.FAMILY_COACH, Role.LEAD_PARTNER]),
        ("language", "tlh"),
    ],
)
def test_it_names_the_field_that_is_wrong(administrator, field, value):
    with pytest.raises(ValidationError) as refusal:
        invite(administrator, **{field: value})
    assert list(refusal.value.message_dict) == [field]


@pytest.mark.identity("programme")
def test_the_programme_hands_out_its_own_roles_alone(lead_partner):
    assert invite(lead_partner, roles=[Role.RESEARCHER]).invitation.roles == ["researcher"]
    with pytest.raises(ValidationError, match="family_coach"):
        invite(lead_partner, roles=[Role.FAMILY_COACH])


def test_it_refuses_an_address_that_has_an_account(administrator, coach):
    with pytest.raises(ValidationError) as refusal:
        invite(administrator, email=coach.email.upper())
    assert "email" in refusal.value.message_dict


def test_a_new_invitation_withdraws_the_one_before(administrator):
    first, second = invite(administrator), invite(administrator)
    assert list(Invitation.objects.waiting()) == [second.invitation]
    first.invitation.refresh_from_db()
    assert first.invitation.revoked_at


def test_withdrawing_it_is_logged_once(administrator):
    issued = invite(administrator)
    for _ in range(2):
        services.revoke_invitation(by=administrator, invitation=issued.invitation)
    assert Entry.objects.filter(action="accounts.invitation_revoked").count() == 1


@pytest.mark.parametrize("name", ["coach", "coordinator", "stranger"])
def test_only_an_administrator_withdraws(administrator, name, request):
    issued = invite(administrator)
    with pytest.raises(NotPermitted):
        services.revoke_invitation(by=request.getfixturevalue(name), invitation=issued.invitation)
