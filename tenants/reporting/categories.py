"""What a figure is broken down by, as SQL on the rows of a measure.

Each category is a property of the parent or the family on the day asked, and each counted unit
gets exactly one, so that a breakdown always adds up to its total:

* target group: of the parent's latest decision that said eligible (of the family's, where
  families or children are counted), else of the latest case;
* family type: lone parent or couple, from the latest situation in which that is known;
* age of the youngest child on the day, in the bands of childcare; unknown as soon as one
  child's birth date is, because that child may be the youngest;
* detail: what the measure itself tells apart, such as the reason of an ending.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, NullIf

from core.indicators.enums import UNKNOWN, Dimension
from core.sites.criteria import Outcome
from core.sites.enums import Unit
from tenants.families.models import Child, Decision, Situation
from tenants.guidance.models import Case as GuidanceCase
from tenants.reporting.periods import months_earlier

LONE_PARENT = "lone_parent"
COUPLE = "couple"
FAMILY_TYPES = (LONE_PARENT, COUPLE)

#: Bands of completed months, by their upper edge: those that ratios of childcare go by.
AGE_BANDS = {"m0_11": 12, "m12_23": 24, "m24_35": 36, "m36_up": None}

#: Units of which a row names the parent.
OF_PARENTS = (Unit.PARENT, Unit.EPISODE)

COLUMNS = {
    Dimension.TARGET_GROUP: "by_target_group",
    Dimension.FAMILY_TYPE: "by_family_type",
    Dimension.CHILD_AGE: "by_child_age",
    Dimension.DETAIL: "by_detail",
}


def with_categories(rows: QuerySet, unit: str, on: date) -> QuerySet:
    """The rows of a measure with a category per dimension, never NULL."""
    return rows.annotate(
        by_target_group=_known(_target_group(unit, on)),
        by_family_type=_known(_family_type(on)),
        by_child_age=_known(_child_age(on)),
        by_detail=_known(NullIf(F("detail"), Value(""))),
    )


def _known(category: Combinable) -> Coalesce:
    return Coalesce(category, Value(UNKNOWN), output_field=CharField())


def _target_group(unit: str, on: date) -> Combinable:
    of_family = Coalesce(*_groups_of("family", on))
    if unit not in OF_PARENTS:
        return of_family
    of_parent = Coalesce(*_groups_of("guardian", on))
    return Case(When(guardian_id__isnull=False, then=of_parent), default=of_family)


def _groups_of(owner: str, on: date) -> Iterable[Subquery]:
    """The latest decision's target group, and the latest case's, of a parent or a family."""
    same = {owner: OuterRef(f"{owner}_id")}
    decided = Decision.objects.filter(
        ~Q(target_group=""), outcome=Outcome.ELIGIBLE, decided_on__lte=on, **same
    ).order_by("-decided_on", "-id")
    guided = GuidanceCase.objects.filter(~Q(target_group=""), started_on__lte=on, **same).order_by(
        "-started_on", "-id"
    )
    return (Subquery(found.values("target_group")[:1]) for found in (decided, guided))


def _family_type(on: date) -> Subquery:
    told = Situation.objects.filter(
        family=OuterRef("family_id"), assessed_on__lte=on, lone_parent__isnull=False
    ).order_by("-assessed_on", "-id")
    named = Case(When(lone_parent=True, then=Value(LONE_PARENT)), default=Value(COUPLE))
    return Subquery(told.annotate(family_type=named).values("family_type")[:1])


def _child_age(on: date) -> Combinable:
    born = Child.objects.filter(family=OuterRef("family_id"))
    youngest = (
        born.filter(Q(birth_date__isnull=True) | Q(birth_date__lte=on))
        .order_by()
        .values("family")
        .annotate(missing=Count("id", filter=Q(birth_date__isnull=True)), last=Max("birth_date"))
        .filter(missing=0)
        .annotate(band=_band(on))
    )
    return Subquery(youngest.values("band")[:1])


def _band(on: date) -> Case:
    """Younger than 12 completed months means: born after this day a year ago."""
    bands = [
        When(last__gt=months_earlier(on, below), then=Value(code))
        for code, below in AGE_BANDS.items()
        if below is not None
    ]
    eldest = next(code for code, below in AGE_BANDS.items() if below is None)
    return Case(*bands, default=Value(eldest), output_field=CharField())
