"""Who reads the site's figures, and who speaks for the site when a period is approved."""

from typing import Any

from core.accounts.access import has_one_of
from core.accounts.enums import Role

#: Figures are counts; still, small ones are exact here, so childcare workers do not see them.
FIGURE_READERS = frozenset(
    {Role.FAMILY_COACH, Role.TEAM_COACH, Role.COORDINATOR, Role.SITE_ADMINISTRATOR}
)

APPROVERS = frozenset({Role.COORDINATOR})


def can_read_figures(user: Any) -> bool:
    """Coaches, the coordinator and the administrator read the site's figures, exact."""
    return has_one_of(user, FIGURE_READERS)


def can_approve(user: Any) -> bool:
    """The coordinator alone approves a period, and withdraws an approval."""
    return has_one_of(user, APPROVERS)
