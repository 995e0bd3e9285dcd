"""Who may do what in learning. The docstring of each predicate is the policy."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.accounts.access import NotPermitted, has_one_of
from core.accounts.enums import Role

#: They see and record what every parent of their site learns and does.
LEARNING_ROLES = frozenset({Role.FAMILY_COACH, Role.COORDINATOR})


def can_record_learning(user: Any) -> bool:
    """Family coaches and coordinators record trainings and volunteering."""
    return has_one_of(user, LEARNING_ROLES)


def must_record_learning(user: Any) -> None:
    """Raise `NotPermitted` unless `can_record_learning`."""
    if not can_record_learning(user):
        raise NotPermitted(_("Only family coaches and coordinators record what parents learn."))
