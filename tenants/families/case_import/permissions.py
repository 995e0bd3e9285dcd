"""Who may import existing cases; the docstring is the policy."""

from typing import Any

from core.accounts.access import check, has_one_of
from core.accounts.enums import Role

IMPORT_ROLES = frozenset({Role.COORDINATOR})


def can_import_cases(user: Any) -> bool:
    """Coordinators alone: an import writes in every family's file of the site at once."""
    return has_one_of(user, IMPORT_ROLES)


def must_import_cases(user: Any) -> None:
    """Raise `NotPermitted` unless `can_import_cases(user)`."""
    check(user, *IMPORT_ROLES)
