"""Rows before views: whose rows somebody sees, for every table that tells about families."""

from typing import Any, Self

from core.accounts.access import has_one_of
from core.accounts.enums import Role
from core.partners.stamped import StampedQuerySet

#: Who works with families, and so sees all families of the site.
FAMILY_ROLES = frozenset({Role.FAMILY_COACH, Role.COORDINATOR})

#: Who sees children (their names and ages) without seeing their families.
CHILD_ROLES = FAMILY_ROLES | {Role.CHILDCARE_WORKER, Role.TEAM_COACH}


class OfFamiliesQuerySet(StampedQuerySet):
    """Rows that belong to a family: family coaches and coordinators see them, others none."""

    def visible_to(self, user: Any) -> Self:
        return self if has_one_of(user, FAMILY_ROLES) else self.none()
