"""What people change about their own account: name, language, password."""

from collections.abc import Callable
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.accounts import limits, passwords, tasks
from core.accounts.access import NotPermitted
from core.accounts.limits import TooManyAttempts
from core.accounts.models import User
from core.accounts.services import rules
from core.audit.services import record


def rename(*, by: User, name: str) -> User:
    """Change one's own name."""
    _require_account(by)
    name = rules.valid_name(name)
    return _change(by, action="accounts.name_changed", name=name)


def set_language(*, by: User, language: str) -> User:
    """Prefer `language` (a code of the platform, or "" for the site's) from now on."""
    _require_account(by)
    language = rules.valid_language(language)
    return _change(by, action="accounts.language_changed", language=language)


def change_password(*, by: User, current: str, new: str) -> User:
    """Replace one's own password. Sessions on other devices end.

    Raises `ValidationError` by field ("current_password", "new_password"), also when the
    current one was wrong too often.
    """
    _require_account(by)
    try:
        limits.PASSWORD_CHANGE.count(str(by.pk))
    except TooManyAttempts as refusal:
        raise ValidationError({"current_password": too_many_attempts(refusal)}) from refusal
    if not by.check_password(current):
        raise ValidationError({"current_password": _("This is not your current password.")})
    limits.PASSWORD_CHANGE.forget(str(by.pk))
    return _set_password(by, new, action="accounts.password_changed", field="new_password")


def request_password_reset(
    *, email: str, network: str, language: str, link: Callable[[int], str]
) -> None:
    """Mail a link to whoever has an active account with `email`; say nothing when nobody has.

    `link` gives the page's address for a person's number; the task adds the key, which so never
    stands in the queue. That a task sends the mail also keeps the answer as quick for a member
    as for a stranger. `language` is for people without a preference. Raises `TooManyAttempts`
    for a network that asks too often; an address asked for too often gets no further mail.
    """
    limits.RESET_BY_NETWORK.count(network)
    try:
        limits.RESET_BY_ADDRESS.count(email.strip().lower())
    except TooManyAttempts:
        return
    user = User.objects.active().filter(email=email.strip().lower()).first()
    if user is not None:
        send = partial(
            tasks.send_password_reset.delay, user.pk, link(user.pk), user.language or language
        )
        transaction.on_commit(send)


def reset_password(*, user: User, token: str, password: str) -> User:
    """Set a password with a mailed link, which is then worthless."""
    if passwords.user_of_link(user.pk, token) is None:
        raise ValidationError(_("This link is used or too old. Ask for a new one."))
    limits.SIGN_IN_BY_ADDRESS.forget(user.email)
    return _set_password(user, password, action="accounts.password_reset", field="password")


def too_many_attempts(refusal: TooManyAttempts) -> str:
    """What a person reads when a limit is reached."""
    message = _("Too many attempts. Wait %(minutes)d minutes and try again.")
    return message % {"minutes": refusal.minutes}


def _require_account(by: User) -> None:
    if not (by.is_authenticated and by.is_active):
        raise NotPermitted(_("Sign in first."))


def _set_password(user: User, password: str, *, action: str, field: str) -> User:
    rules.valid_password(password, user=user, field=field)
    with transaction.atomic():
        user.set_password(password)
        user.save(update_fields=["password"])
        _record(user, action)
    return user


def _change(user: User, *, action: str, **fields: str) -> User:
    with transaction.atomic():
        for field, value in fields.items():
            setattr(user, field, value)
        user.save(update_fields=[*fields, "sort_key"])
        _record(user, action)
    return user


def _record(user: User, action: str) -> None:
    record(
        by=user,
        action=action,
        object_type="accounts.user",
        object_id=user.pk,
        summary=user.name,
    )
