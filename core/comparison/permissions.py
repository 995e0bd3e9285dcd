"""Who sees the sites side by side.

What stands in the shared layer is the face that partners may see of each other, so everybody with
a role on the programme's host may read it.
"""

from typing import Any

from core.accounts.access import has_one_of
from core.accounts.enums import PROGRAMME_ROLES, Role

READERS = PROGRAMME_ROLES

#: Who writes down what the partners have agreed: the lead partner and project management.
AGREERS = frozenset({Role.LEAD_PARTNER, Role.PROJECT_MANAGER})


def can_compare(user: Any) -> bool:
    """Everybody who works for the programme, the partners' reporters included."""
    return has_one_of(user, READERS)
