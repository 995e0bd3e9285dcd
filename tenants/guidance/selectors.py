"""Reads of guidance: running cases with their last contact, in a bounded number of queries."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from core.accounts.models import User
from tenants.families.models import Family
from tenants.guidance.enums import Reached
from tenants.guidance.models import Case, Contact
from tenants.guidance.models.case import CaseQuerySet
from tenants.guidance.permissions import GUIDANCE_ROLES

#: Assumed by the platform: after so many days without a talk a coach reaches out again.
DAYS_WITHOUT_CONTACT = 21


def running_cases(user: Any) -> CaseQuerySet:
    """Running cases with parent and family, who has waited longest for a talk first.

    Annotated: `last_contact_on` (spoken), `last_attempt_on` (spoken or tried), `silent_since`
    (the last talk, or the start where there was none).
    """
    return (
        Case.objects.visible_to(user)
        .running()
        .annotate(
            last_contact_on=_latest(Q(reached=Reached.REACHED)),
            last_attempt_on=_latest(Q()),
        )
        .annotate(silent_since=Coalesce("last_contact_on", F("started_on")))
        .select_related("guardian", "family")
        .order_by("silent_since", "id")
    )


def silent_cases(user: Any, day: date, days: int = DAYS_WITHOUT_CONTACT) -> CaseQuerySet:
    """Running cases without a talk in the last `days` days."""
    return running_cases(user).filter(silent_since__lte=day - timedelta(days=days))


def cases_of_family(user: Any, family: Family) -> CaseQuerySet:
    """All cases of a family, running ones first, then the latest."""
    cases = Case.objects.visible_to(user).filter(family=family).select_related("guardian")
    return cases.order_by(F("ended_on").desc(nulls_first=True), "-started_on", "guardian")


def coaches() -> Any:
    """Who may guide: open accounts of family coaches and coordinators, by name."""
    return User.objects.active().with_role(*GUIDANCE_ROLES).order_by("sort_key", "id")


def _latest(condition: Q) -> Subquery:
    latest = Contact.objects.filter(condition, case=OuterRef("pk")).order_by()
    return Subquery(latest.values("case").annotate(latest=Max("on")).values("latest"))
