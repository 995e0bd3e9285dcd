"""Who may do what in childcare. The docstring of each predicate is the policy."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.accounts.access import NotPermitted, has_one_of
from core.accounts.enums import Role

#: They see which children are in care on a day, and record who came.
CARE_ROLES = frozenset(
    {Role.CHILDCARE_WORKER, Role.TEAM_COACH, Role.COORDINATOR, Role.FAMILY_COACH}
)

#: Of these, the ones who also know the families: they record from a family's file.
FILE_ROLES = frozenset({Role.COORDINATOR, Role.FAMILY_COACH})


def can_record_attendance(user: Any) -> bool:
    """Childcare workers, team coaches, family coaches and coordinators record who came."""
    return has_one_of(user, CARE_ROLES)


def must_record_attendance(user: Any) -> None:
    """Raise `NotPermitted` unless `can_record_attendance`."""
    if not can_record_attendance(user):
        raise NotPermitted(_("Only childcare staff, family coaches and coordinators record this."))


def can_see_families(user: Any) -> bool:
    """Family coaches and coordinators; childcare staff sees children, never a situation."""
    return has_one_of(user, FILE_ROLES)
