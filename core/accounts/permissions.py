"""Who may do what with accounts and with the access log."""

from core.accounts.access import has_one_of
from core.accounts.enums import (
    ADMINISTRATOR_ROLES,
    OVERSEER_ROLES,
    PROGRAMME_ROLES,
    SITE_ROLES,
    Role,
    in_order,
)
from core.accounts.models import User


def can_manage_people(user: User) -> bool:
    """The site administrator of a site; the lead partner on the programme's host."""
    return has_one_of(user, ADMINISTRATOR_ROLES)


def can_see_people(user: User) -> bool:
    """Who manages people, and the coordinator or project manager who plans with them."""
    return has_one_of(user, OVERSEER_ROLES)


def can_read_access_log(user: User) -> bool:
    """The same people who see the list of colleagues: they answer for them."""
    return has_one_of(user, OVERSEER_ROLES)


def roles_given_by(user: User) -> list[Role]:
    """The roles `user` may hand out: those of the host they manage, never the other's."""
    given: set[Role] = set()
    if has_one_of(user, frozenset({Role.SITE_ADMINISTRATOR})):
        given |= SITE_ROLES
    if has_one_of(user, frozenset({Role.LEAD_PARTNER})):
        given |= PROGRAMME_ROLES
    return in_order(given)
