"""A family comes in: somebody refers it, or the parent comes by themselves."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.audit.services import record
from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.duplicates import LikelyDuplicate, likely_duplicates
from tenants.families.models import Child, Family, Guardian, Referral
from tenants.families.permissions import must_work_with_families
from tenants.families.references import take_references
from tenants.families.services.rules import check_own_reference, check_referrer, locked
from tenants.families.validation import (
    Findings,
    check_child,
    check_day,
    check_family,
    check_free_text,
    check_parent,
)


class LikelyKnown(ValidationError):
    """The people to be registered look like people we know; `matches` tells which."""

    def __init__(self, matches: Sequence[LikelyDuplicate]) -> None:
        self.matches = list(matches)
        text = _(
            "We may already know this family: %(families)s. Look there first. If it is another "
            "family, confirm that and register it."
        )
        names = ", ".join(str(match.family) for match in matches)
        super().__init__({"is_another_family": [text % {"families": names}]})


def register_referral(
    *,
    by: Any,
    family: FamilyDetails,
    parent: PersonDetails,
    children: Sequence[PersonDetails] = (),
    referred_on: date,
    referrer: str,
    note: str = "",
    own_reference: str | None = None,
    is_another_family: bool = False,
) -> Referral:
    """Register a family that we do not know yet: family, parent, children, referral.

    Raises `ValidationError` by field ("parent.birth_date", "children.0.first_name", "referrer"),
    and `LikelyKnown` when the people look like a family we know, unless `is_another_family`.
    """
    must_work_with_families(by)
    found = Findings()
    found.within("family", check_family(family))
    wrong = check_parent(parent, on=timezone.localdate())
    found.within("parent", wrong)
    _check_children(found, children, None if wrong else parent.birth_date)
    _check_referral(found, referred_on, referrer, note)
    _check_own_references(found, family, parent, children, own_reference)
    found.refuse_if_any()
    if not is_another_family:
        matches = likely_duplicates(by, family=family, parent=parent, children=children)
        if matches:
            raise LikelyKnown(matches)
    with transaction.atomic():
        guardian = _create_family(family, parent, children, year=referred_on.year)
        return _create_referral(
            by, guardian, referred_on, referrer, note, own_reference, "families.referral_registered"
        )


def refer_again(
    *,
    by: Any,
    guardian: Guardian,
    referred_on: date,
    referrer: str,
    note: str = "",
    own_reference: str | None = None,
) -> Referral:
    """Record that a parent we know was referred once more; a new intake may follow.

    The same referral twice (day, referrer and note), as of a form sent twice, is the first one.
    """
    must_work_with_families(by)
    found = Findings()
    _check_referral(found, referred_on, referrer, note)
    found.within("", check_own_reference(Referral, own_reference))
    found.refuse_if_any()
    with transaction.atomic():
        guardian = locked(guardian)
        told = {"referred_on": referred_on, "referrer": referrer, "note": note}
        known = Referral.objects.filter(guardian=guardian, **told).first()
        if known is not None:
            return known
        return _create_referral(
            by, guardian, referred_on, referrer, note, own_reference, "families.referred_again"
        )


def add_child(*, by: Any, family: Family, child: PersonDetails) -> Child:
    """Add a child to a family that we know."""
    must_work_with_families(by)
    found = Findings()
    today = timezone.localdate()
    found.within("", check_child(child, parent_born=_oldest_parent_born(family), on=today))
    found.within("", check_own_reference(Child, child.own_reference))
    if not found.messages and _has_child(family, child):
        text = _("%(name)s stands in this family already, with the same date of birth.")
        found.add("first_name", text % {"name": child.first_name})
    found.refuse_if_any()
    with transaction.atomic():
        created = Child.objects.create(family=family, **_person(child))
        record(
            by=by,
            action="families.child_added",
            object_type="families.child",
            object_id=created.pk,
            family_id=family.pk,
            summary=family.reference,
        )
    return created


def _check_children(
    found: Findings, children: Sequence[PersonDetails], parent_born: date | None
) -> None:
    """By their ages of today: a child may be born after the referral."""
    today = timezone.localdate()
    for place, child in enumerate(children):
        messages = check_child(child, parent_born=parent_born, on=today)
        found.within(f"children.{place}", messages)


def _check_referral(found: Findings, referred_on: date, referrer: str, note: str) -> None:
    for text in check_day(referred_on, today=timezone.localdate()):
        found.add("referred_on", text)
    if "referred_on" not in found.messages:
        found.within("", check_referrer(referrer, on=referred_on))
    for text in check_free_text(note):
        found.add("note", text)


def _check_own_references(
    found: Findings,
    family: FamilyDetails,
    parent: PersonDetails,
    children: Sequence[PersonDetails],
    own_reference: str | None,
) -> None:
    found.within("family", check_own_reference(Family, family.own_reference))
    found.within("parent", check_own_reference(Guardian, parent.own_reference))
    for place, child in enumerate(children):
        found.within(f"children.{place}", check_own_reference(Child, child.own_reference))
    found.within("", check_own_reference(Referral, own_reference))


def _create_family(
    details: FamilyDetails, parent: PersonDetails, children: Sequence[PersonDetails], *, year: int
) -> Guardian:
    (reference,) = take_references(year)
    family = Family.objects.create(
        reference=reference, **{**vars(details), "own_reference": details.own_reference or None}
    )
    guardian = Guardian.objects.create(family=family, **_person(parent))
    for child in children:
        Child.objects.create(family=family, **_person(child))
    return guardian


def _create_referral(
    by: Any,
    guardian: Guardian,
    referred_on: date,
    referrer: str,
    note: str,
    own_reference: str | None,
    action: str,
) -> Referral:
    referral = Referral.objects.create(
        family=guardian.family,
        guardian=guardian,
        referred_on=referred_on,
        referrer=referrer,
        note=note,
        own_reference=own_reference or None,
    )
    record(
        by=by,
        action=action,
        object_type="families.referral",
        object_id=referral.pk,
        family_id=guardian.family_id,
        summary=guardian.family.reference,
        details={"referrer": referrer, "referred_on": referred_on},
    )
    return referral


def _person(details: PersonDetails) -> dict[str, Any]:
    return {**vars(details), "own_reference": details.own_reference or None}


def _oldest_parent_born(family: Family) -> date | None:
    known = family.guardians.exclude(birth_date=None).order_by("birth_date")
    return known.values_list("birth_date", flat=True).first()


def _has_child(family: Family, child: PersonDetails) -> bool:
    same = family.children.filter(first_name__iexact=child.first_name, birth_date=child.birth_date)
    return same.exists()
