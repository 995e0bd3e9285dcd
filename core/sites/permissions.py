"""Who may read and who may publish a site's configuration."""

from typing import Any

from core.accounts.enums import SITE_ROLES, Role

#: Childcare workers see the day's list; the rules of intake are not their work.
READER_ROLES = SITE_ROLES - {Role.CHILDCARE_WORKER}
PUBLISHER_ROLES = frozenset({Role.COORDINATOR, Role.SITE_ADMINISTRATOR})


def can_publish_configuration(user: Any) -> bool:
    """The coordinator answers for the site's rules, the administrator keeps its settings."""
    return bool(user and user.is_active and user.has_role(*PUBLISHER_ROLES))
