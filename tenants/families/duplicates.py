"""Do we know these people already? Looked up before a family is registered a second time.

Nothing is decided here: the coach sees whom we may know and why, and says whether it is somebody
else. Names are compared by their sort keys, so accents, capitals and "van den" make no
difference.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.models import Child, Family, Guardian
from tenants.families.names import family_sort_key, person_sort_key

MOST_SHOWN = 5
PHONE_DIGITS = 8  # the last digits tell a number apart, whatever stands in front


@dataclass
class LikelyDuplicate:
    """A family that we may already know, and what looks the same."""

    family: Family
    because: list[str] = field(default_factory=list)


def likely_duplicates(
    by: Any,
    *,
    family: FamilyDetails,
    parent: PersonDetails,
    children: Sequence[PersonDetails] = (),
) -> list[LikelyDuplicate]:
    """At most five families, most likely first, among those that `by` may see."""
    found: dict[int, LikelyDuplicate] = {}
    sources = (
        _same_parent(by, parent),
        _same_child(by, children),
        _same_phone(by, family.phone),
    )
    for match in (match for source in sources for match in source):
        known, reason = match
        duplicate = found.setdefault(known.pk, LikelyDuplicate(known))
        if reason not in duplicate.because:
            duplicate.because.append(reason)
    ranked = sorted(found.values(), key=lambda duplicate: -len(duplicate.because))
    return ranked[:MOST_SHOWN]


def _same_parent(by: Any, parent: PersonDetails) -> Iterable[tuple[Family, str]]:
    """The same name, unless the birth dates differ; or the same birth date and half the name."""
    key = person_sort_key(parent.first_name, parent.last_name)
    same = Q(sort_key=key)
    if parent.birth_date is not None:
        same &= Q(birth_date=parent.birth_date) | Q(birth_date=None)
        same |= Q(birth_date=parent.birth_date)
    for guardian in _guardians(by).filter(same)[:50]:
        words = {"name": guardian.name}
        if guardian.sort_key == key and guardian.birth_date and parent.birth_date:
            yield guardian.family, _("%(name)s has the same name and date of birth") % words
        elif guardian.sort_key == key:
            yield guardian.family, _("%(name)s has the same name") % words
        elif _half_the_name(guardian, parent):
            yield guardian.family, _("%(name)s has the same date of birth") % words


def _guardians(by: Any) -> Any:
    return Guardian.objects.visible_to(by).select_related("family").order_by("id")


def _half_the_name(guardian: Guardian, parent: PersonDetails) -> bool:
    """A married name, a second first name, a typing error in one of the two."""
    same_last = family_sort_key(guardian.last_name) == family_sort_key(parent.last_name)
    same_first = family_sort_key(guardian.first_name) == family_sort_key(parent.first_name)
    return same_last or same_first


def _same_child(by: Any, children: Sequence[PersonDetails]) -> Iterable[tuple[Family, str]]:
    same = Q(pk=None)
    for child in children:
        if child.birth_date is not None:
            same |= Q(first_name__iexact=child.first_name, birth_date=child.birth_date)
    known = Child.objects.visible_to(by).filter(same).select_related("family").order_by("id")
    for child in known[:50]:
        reason = _("child %(name)s has the same first name and date of birth")
        yield child.family, reason % {"name": child.first_name}


def _same_phone(by: Any, phone: str) -> Iterable[tuple[Family, str]]:
    digits = "".join(sign for sign in phone if sign.isdigit())[-PHONE_DIGITS:]
    if len(digits) < PHONE_DIGITS:
        return
    for family in Family.objects.visible_to(by).filter(phone_digits__endswith=digits)[:10]:
        yield family, _("the same telephone number")
