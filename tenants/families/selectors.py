"""Reading families across their tables; rows come from `visible_to(user)` alone."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from core.sites.criteria import to_q, united
from core.sites.selectors import configuration_on
from core.ui.names import sort_key
from tenants.families import states
from tenants.families.models import (
    Child,
    Decision,
    Family,
    Guardian,
    Intake,
    Referral,
    Situation,
    WaitingEntry,
)

FEWEST_DIGITS = 4  # fewer digits than these find half the list


def current_referral(guardian: Guardian) -> Referral | None:
    """The last referral of a parent."""
    return Referral.objects.filter(guardian=guardian).order_by("-referred_on", "-id").first()


def current_intake(guardian: Guardian) -> Intake | None:
    """The last intake since the last referral, finished or not."""
    intakes = Intake.objects.filter(guardian=guardian).select_related("situation")
    return _since_referral(intakes, guardian, "held_on").order_by("-held_on", "-id").first()


def current_decision(guardian: Guardian) -> Decision | None:
    """The last decision since the last referral: the one that holds."""
    decisions = Decision.objects.filter(guardian=guardian)
    return _since_referral(decisions, guardian, "decided_on").order_by("-decided_on", "-id").first()


def open_waiting_entry(guardian: Guardian) -> WaitingEntry | None:
    """The parent's place on the waiting list, if they wait."""
    return WaitingEntry.objects.open().filter(guardian=guardian).first()


def _since_referral(events: QuerySet, guardian: Guardian, day: str) -> QuerySet:
    later = Referral.objects.filter(guardian=guardian, referred_on__gt=OuterRef(day))
    return events.filter(~Exists(later))


def list_of_families(user: Any, *, query: str = "", state: str = "") -> QuerySet:
    """Families by name, each with its `state`; parents and children come along.

    `query` finds all of its words in a parent's or the family's name, part of the reference, the
    own reference, or digits of a telephone number.
    """
    families = families_in_state(user, state)
    if query.strip():
        families = families.filter(matches(query))
    parents = Guardian.objects.visible_to(user).order_by("id")
    children = Child.objects.visible_to(user).order_by("birth_date", "id")
    return families.by_name().prefetch_related(
        Prefetch("guardians", queryset=parents), Prefetch("children", queryset=children)
    )


def families_in_state(user: Any, state: str = "") -> QuerySet:
    """Families with their `state`, of one state or of all."""
    families = Family.objects.visible_to(user).annotate(state=states.as_expression())
    return families.filter(state=state) if state else families


def matches(query: str) -> Q:
    """The condition on families for what somebody typed to find one."""
    words = [part for word in query.split() for part in plain_words(word)]
    digits = "".join(sign for sign in query if sign.isdigit()).lstrip("0")
    condition = Q(reference__icontains=query.strip()) | Q(own_reference__iexact=query.strip())
    if words:
        named = Q(*(Q(sort_key__contains=word) for word in words))
        condition |= named | Exists(Guardian.objects.filter(named, family=OuterRef("pk")))
    if len(digits) >= FEWEST_DIGITS:
        condition |= Q(phone_digits__contains=digits)
    return condition


def plain_words(text: str) -> list[str]:
    """The words of a text as they stand in sort keys: no capitals, accents or signs."""
    return sort_key(text, "GB", given="").split()


def families_by_state(user: Any) -> dict[str, int]:
    """How many families stand where, by the code of the state; states without any are left out."""
    counted = families_in_state(user).values("state").annotate(count=Count("id")).order_by("state")
    return {row["state"]: row["count"] for row in counted}


def eligible_situations(user: Any, *, on: date) -> QuerySet:
    """The last situations, one a parent, that belong to a target group in force on a day.

    One query, agreeing with `eligibility.assess` on each row. A parent whose situation was not
    assessed by then is not looked at.
    """
    groups = configuration_on(on).configuration.target_groups
    membership = to_q(united(group.criteria for group in groups))
    situations = Situation.objects.visible_to(user).latest_per_guardian(on=on)
    return situations.with_computed(on=on).filter(membership.certainly_in)


def eligible_families(user: Any, *, on: date) -> QuerySet:
    """Families with a parent who would be eligible on a day, by name."""
    situations = eligible_situations(user, on=on).values("family")
    return Family.objects.visible_to(user).filter(pk__in=situations).by_name()
