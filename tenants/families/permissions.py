"""Who may do what with families; the docstrings are the policy.

A site is one team: its coaches stand in for each other, so every family coach and the
coordinator work with every family of the site. Nobody else opens a family.
"""

from typing import Any

from core.accounts.access import check, has_one_of
from tenants.families.querysets import FAMILY_ROLES


def can_see_families(user: Any) -> bool:
    """Family coaches and coordinators see all families of their site."""
    return has_one_of(user, FAMILY_ROLES)


def can_work_with_families(user: Any) -> bool:
    """Who sees families also registers them, holds intakes, decides and starts guidance."""
    return has_one_of(user, FAMILY_ROLES)


def must_work_with_families(user: Any) -> None:
    """Raise `NotPermitted` unless `can_work_with_families(user)`."""
    check(user, *FAMILY_ROLES)
