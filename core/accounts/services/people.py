"""Managing the people of a schema: roles, switching an account off and on again.

An account is never deleted: what the person recorded keeps its author.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.accounts.enums import ADMINISTRATOR_ROLES, Role
from core.accounts.models import User
from core.accounts.services import rules
from core.audit.services import record


def create_first_administrator(
    *,
    email: str,
    name: str,
    role: Role = Role.SITE_ADMINISTRATOR,
    language: str = "",
    password: str | None = None,
) -> User:
    """The account a new schema starts with; for provisioning, which has nobody to act for.

    `role` is SITE_ADMINISTRATOR for a site, LEAD_PARTNER for the programme. Without `password`
    the administrator sets one through "forgotten password". Refused once a schema has an
    administrator.
    """
    if role not in ADMINISTRATOR_ROLES:
        raise ValidationError({"role": _("The first account must be an administrator's.")})
    if User.objects.administrators().exists():
        message = _("There is an administrator already. Ask them for an invitation.")
        raise ValidationError({"email": message})
    user = User(
        email=rules.valid_email_address(email),
        name=rules.valid_name(name),
        roles=[role],
        language=rules.valid_language(language),
    )
    if password is not None:
        rules.valid_password(password, user=user)
    user.set_password(password)
    with transaction.atomic():
        user.save()
        _record(user, by=None, action="accounts.first_administrator_created")
    return user


def change_roles(*, by: User, user: User, roles: Iterable[str]) -> User:
    """Give `user` exactly `roles`. The last administrator stays one."""
    rules.require_manager(by)
    wanted = rules.valid_roles(roles, by=by)
    with transaction.atomic():
        if not rules.is_administrator(wanted):
            rules.keep_an_administrator(without=user)
        current = User.objects.select_for_update().get(pk=user.pk)
        before, current.roles = current.roles, wanted
        current.save(update_fields=["roles"])
        _record(
            current,
            by=by,
            action="accounts.roles_changed",
            details={"from": before, "to": [str(role) for role in wanted]},
        )
    return current


def deactivate(*, by: User, user: User, reason: str = "") -> User:
    """Switch an account off: the person is signed out everywhere and can not come back."""
    rules.require_manager(by)
    if by == user:
        message = _("You can not switch off your own account. Ask another administrator.")
        raise ValidationError(message)
    with transaction.atomic():
        rules.keep_an_administrator(without=user)
        return _switch(user, active=False, by=by, reason=reason)


def reactivate(*, by: User, user: User) -> User:
    """Switch an account on again, with the roles it had."""
    rules.require_manager(by)
    with transaction.atomic():
        return _switch(user, active=True, by=by)


def _switch(user: User, *, active: bool, by: User, reason: str = "") -> User:
    current = User.objects.select_for_update().get(pk=user.pk)
    current.is_active = active
    current.save(update_fields=["is_active"])
    action = "accounts.person_reactivated" if active else "accounts.person_deactivated"
    _record(current, by=by, action=action, reason=reason)
    return current


def _record(user: User, *, by: User | None, action: str, **more: Any) -> None:
    record(
        by=by,
        action=action,
        object_type="accounts.user",
        object_id=user.pk,
        summary=user.name,
        **more,
    )
