"""Who may do what in guidance. The docstring of each predicate is the policy."""

from typing import Any

from core.accounts.access import has_one_of
from core.accounts.enums import Role

#: They see every case of their site and write in it.
GUIDANCE_ROLES = frozenset({Role.FAMILY_COACH, Role.COORDINATOR})


def can_guide(user: Any) -> bool:
    """Family coaches and coordinators write in guidance; childcare staff never reads it."""
    return has_one_of(user, GUIDANCE_ROLES)


def can_assign_coach(user: Any) -> bool:
    """A coach may take a case over or hand it over; the coordinator may divide the cases."""
    return can_guide(user)
