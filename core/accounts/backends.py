"""Signing in with an e-mail address and a password."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password

from core.accounts.models import User


class EmailBackend(BaseBackend):
    """Finds active people by address; takes as long for a stranger as for a wrong password."""

    def authenticate(
        self, request: Any, email: str | None = None, password: str | None = None
    ) -> User | None:
        if not email or password is None:
            return None
        user = User.objects.active().filter(email=email.strip().lower()).first()
        if user is None or not user.has_usable_password():
            make_password(password)
            return None
        return user if user.check_password(password) else None

    def get_user(self, user_id: int) -> User | None:
        return User.objects.active().filter(pk=user_id).first()
