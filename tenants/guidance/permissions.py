"""Who may do what in guidance. The docstring of each predicate is the policy."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.accounts.access import NotPermitted, has_one_of
from core.accounts.enums import Role

#: They see every case of their site and write in it.
GUIDANCE_ROLES = frozenset({Role.FAMILY_COACH, Role.COORDINATOR})


def can_guide(user: Any) -> bool:
    """Family coaches and coordinators read and write guidance; childcare staff does neither."""
    return has_one_of(user, GUIDANCE_ROLES)


def can_be_coach(user: Any) -> bool:
    """A case is in the hands of somebody who may guide and whose account is open."""
    return can_guide(user)


def must_guide(user: Any) -> None:
    """Raise `NotPermitted` unless `can_guide`."""
    if not can_guide(user):
        raise NotPermitted(_("Only family coaches and coordinators work in guidance."))
