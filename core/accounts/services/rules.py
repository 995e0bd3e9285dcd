"""The rules that several of the services share."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.accounts.access import NotPermitted
from core.accounts.enums import ADMINISTRATOR_ROLES, Role, in_order
from core.accounts.models import User
from core.accounts.permissions import can_manage_people, roles_given_by


def require_manager(by: User) -> None:
    if not can_manage_people(by):
        raise NotPermitted(_("Only an administrator manages accounts."))


def valid_roles(roles: Iterable[str], *, by: User) -> list[Role]:
    """`roles` in order; refuses none at all, and roles that `by` may not hand out."""
    wanted, given = set(roles), roles_given_by(by)
    if not wanted:
        raise ValidationError({"roles": _("Choose at least one role.")})
    if foreign := wanted - set(given):
        allowed = ", ".join(str(role.label) for role in given)
        message = _("These roles do not exist here: %(roles)s. Choose from: %(allowed)s.")
        raise ValidationError(
            {"roles": message % {"roles": ", ".join(sorted(foreign)), "allowed": allowed}}
        )
    return in_order(wanted)


def valid_email_address(email: str) -> str:
    """`email` in small letters; refuses what is no address or has an account already."""
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValidationError({"email": error.messages}) from error
    if User.objects.filter(email=address).exists():
        message = _("There is an account with this address. Change its roles under People.")
        raise ValidationError({"email": message})
    return address


def valid_name(name: str) -> str:
    cleaned = " ".join(name.split())
    if not cleaned:
        raise ValidationError({"name": _("Fill in a name.")})
    if len(cleaned) > 150:
        raise ValidationError({"name": _("Shorten the name to 150 characters.")})
    return cleaned


def valid_language(language: str) -> str:
    """A language of the platform, or "" for no preference."""
    if language and language not in dict(settings.LANGUAGES):
        raise ValidationError({"language": _("Choose a language from the list.")})
    return language


def valid_password(password: str, *, user: User, field: str = "password") -> str:
    """`password` if it keeps the platform's rules for `user` (saved or not)."""
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        raise ValidationError({field: error.messages}) from error
    return password


def keep_an_administrator(without: User) -> None:
    """Refuse to lose the last administrator. Locks all of them until the transaction ends, so
    that two can not dismiss each other at the same moment."""
    administrators = list(User.objects.administrators().order_by("pk").select_for_update())
    if without in administrators and len(administrators) == 1:
        message = _("%(name)s is the last administrator. Make somebody else administrator first.")
        raise ValidationError({"roles": message % {"name": without.name}})


def is_administrator(roles: Iterable[str]) -> bool:
    return not ADMINISTRATOR_ROLES.isdisjoint(set(roles))
