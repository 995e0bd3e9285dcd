"""Links to set a new password.

A link works once and for `PASSWORD_RESET_TIMEOUT` seconds: it is void as soon as the password,
the address or the moment of the last sign-in changes, and for an account that is switched off.
"""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from core.accounts.models import User


class ResetTokens(PasswordResetTokenGenerator):
    key_salt = "core.accounts.passwords.ResetTokens"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.last_seen_at}{user.is_active}"


_tokens = ResetTokens()


def make_token(user: User) -> str:
    return _tokens.make_token(user)


def user_of_link(user_id: int, token: str) -> User | None:
    """The active person whose link this is, or None when it is wrong, used or too old."""
    user = User.objects.active().filter(pk=user_id).first()
    return user if user is not None and _tokens.check_token(user, token) else None


def hours_valid() -> int:
    return settings.PASSWORD_RESET_TIMEOUT // 3600
