"""Inviting a colleague, and the colleague accepting.

A new invitation to the same address withdraws the one before: only the newest link works.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.accounts import notifications
from core.accounts.models import Invitation, User
from core.accounts.services import rules
from core.accounts.tokens import digest, new_token
from core.audit.services import record

#: How long a link works.
VALID_FOR = timedelta(days=14)


@dataclass(frozen=True)
class IssuedInvitation:
    """The invitation with its token, which is known only at this moment."""

    invitation: Invitation
    token: str


def invite(
    *,
    by: User,
    email: str,
    name: str,
    roles: Iterable[str],
    language: str = "",
    link: Callable[[str], str] | None = None,
    place: str = "PACE",
) -> IssuedInvitation:
    """Invite somebody to an account with `roles`.

    `link` makes the address of the page from the token; with it a mail goes out in `language`,
    naming `place`, within the transaction: if it can not be sent, nothing is saved. Raises
    `NotPermitted`, `ValidationError` by field, and `notifications.MailError`.
    """
    rules.require_manager(by)
    token = new_token()
    invitation = Invitation(
        email=rules.valid_email_address(email),
        name=rules.valid_name(name),
        roles=rules.valid_roles(roles, by=by),
        language=rules.valid_language(language),
        token_hash=digest(token),
        invited_by=by,
        expires_at=timezone.now() + VALID_FOR,
    )
    with transaction.atomic():
        for earlier in Invitation.objects.waiting().filter(email=invitation.email):
            _revoke(earlier, by=by)
        invitation.save()
        _record(invitation, by=by, action="accounts.person_invited")
        if link is not None:
            notifications.send_invitation(invitation, address=link(token), place=place)
    return IssuedInvitation(invitation, token)


def revoke_invitation(*, by: User, invitation: Invitation) -> None:
    """Make the link of `invitation` worthless."""
    rules.require_manager(by)
    with transaction.atomic():
        current = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if current.accepted_at:
            message = _("%(name)s has accepted already. Switch off the account instead.")
            raise ValidationError(message % {"name": current.name})
        if not current.revoked_at:
            _revoke(current, by=by)


def accept_invitation(*, token: str, name: str, password: str, language: str = "") -> User:
    """Turn the invitation with `token` into an account; the account is who signs for it."""
    with transaction.atomic():
        invitation = (
            Invitation.objects.usable().select_for_update().filter(token_hash=digest(token)).first()
        )
        if invitation is None:
            message = _("This invitation is used, withdrawn or too old. Ask for a new one.")
            raise ValidationError(message)
        user = User(
            email=rules.valid_email_address(invitation.email),
            name=rules.valid_name(name),
            roles=invitation.roles,
            language=rules.valid_language(language),
        )
        user.set_password(rules.valid_password(password, user=user))
        user.save()
        invitation.accepted_at = timezone.now()
        invitation.save(update_fields=["accepted_at"])
        _record(invitation, by=user, action="accounts.invitation_accepted")
    return user


def _revoke(invitation: Invitation, *, by: User) -> None:
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    _record(invitation, by=by, action="accounts.invitation_revoked")


def _record(invitation: Invitation, *, by: User, action: str) -> None:
    record(
        by=by,
        action=action,
        object_type="accounts.invitation",
        object_id=invitation.pk,
        summary=invitation.name,
        details={"email": invitation.email, "roles": invitation.roles},
    )
