"""The doors through which accounts change. Other apps import from here."""

from core.accounts.services.invitations import (
    IssuedInvitation,
    accept_invitation,
    invite,
    revoke_invitation,
)
from core.accounts.services.own_account import (
    change_password,
    rename,
    request_password_reset,
    reset_password,
    set_language,
)
from core.accounts.services.people import (
    change_roles,
    create_first_administrator,
    deactivate,
    reactivate,
)
from core.accounts.services.signing_in import note_sign_in, note_sign_out, note_too_many_attempts

__all__ = [
    "IssuedInvitation",
    "accept_invitation",
    "change_password",
    "change_roles",
    "create_first_administrator",
    "deactivate",
    "invite",
    "note_sign_in",
    "note_sign_out",
    "note_too_many_attempts",
    "reactivate",
    "rename",
    "request_password_reset",
    "reset_password",
    "revoke_invitation",
    "set_language",
]
