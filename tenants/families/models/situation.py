"""What a family answered on a day: one column for each stored attribute of the vocabulary.

None is unknown, whether the parent did not know or the coach did not ask; `not_asked` keeps the
difference for the reader. The ages and the number of children are not asked but computed from the
birth dates on the day in question: `Situation.objects.with_computed(on=day)` adds them as
annotations of the same names, so that `core.sites.criteria.to_q` works on situations.
"""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Cast, Extract, Floor, Least, NullIf
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.partners.stamped import StampedModel
from core.sites.vocabulary import VOCABULARY, IntervalAttribute
from tenants.families.models.family import Child, Family, Guardian
from tenants.families.querysets import OfFamiliesQuerySet

COMPUTED = ("youngest_child_age_months", "number_of_children", "parent_age_years")
STORED = tuple(code for code in VOCABULARY if code not in COMPUTED)


def highest(code: str) -> int:
    """The highest answer of an interval attribute."""
    attribute = VOCABULARY[code]
    assert isinstance(attribute, IntervalAttribute)
    return attribute.highest


def full_months(birth_date: Any, on: date) -> models.expressions.Combinable:
    """SQL for the completed months between a birth date and a day."""
    months = (on.year * 12 + on.month) - (
        Extract(birth_date, "year") * 12 + Extract(birth_date, "month")
    )
    month_has_passed = models.Case(
        models.When(models.lookups.GreaterThan(Extract(birth_date, "day"), on.day), then=1),
        default=0,
    )
    return months - month_has_passed


class SituationQuerySet(OfFamiliesQuerySet):
    def with_computed(self, *, on: date) -> Self:
        """Annotate the three computed attributes as they stood on a day."""
        born = Child.objects.filter(family=models.OuterRef("family")).filter(
            models.Q(birth_date__isnull=True) | models.Q(birth_date__lte=on)
        )
        annotated = self.annotate(_parent_born=models.F("guardian__birth_date"))
        return annotated.annotate(
            youngest_child_age_months=_youngest(born, on),
            number_of_children=_children(born),
            parent_age_years=_parent_age(on),
        )

    def latest_per_guardian(self, *, on: date) -> Self:
        """For each guardian the last situation assessed up to and including a day."""
        latest = (
            Situation.objects.filter(guardian=models.OuterRef("guardian"), assessed_on__lte=on)
            .order_by("-assessed_on", "-id")
            .values("id")[:1]
        )
        return self.filter(id=models.Subquery(latest))


def _youngest(born: Any, on: date) -> Any:
    """Unknown as soon as one child's birth date is: that child may be the youngest."""
    missing = models.Count("id", filter=models.Q(birth_date__isnull=True))
    last_born = (
        born.order_by()
        .values("family")
        .annotate(missing=missing, last_born=models.Max("birth_date"))
        .filter(missing=0)
    )
    age = Least(full_months(models.F("last_born"), on), highest("youngest_child_age_months"))
    return models.Subquery(
        last_born.annotate(age=Cast(age, models.IntegerField())).values("age"),
        output_field=models.IntegerField(),
    )


def _children(born: Any) -> Any:
    """Unknown while no child has been written down."""
    counted = born.order_by().values("family").annotate(count=models.Count("id"))
    return models.Subquery(
        counted.annotate(
            known=NullIf(Least(models.F("count"), highest("number_of_children")), 0)
        ).values("known"),
        output_field=models.IntegerField(),
    )


def _parent_age(on: date) -> Any:
    years = Floor(full_months(models.F("_parent_born"), on) / 12)
    known = Cast(Least(years, highest("parent_age_years")), models.IntegerField())
    return models.Case(models.When(_parent_born__lte=on, then=known))


def _code() -> models.CharField:
    return models.CharField(max_length=20, null=True, blank=True)


def _yes_no() -> models.BooleanField:
    return models.BooleanField(null=True, blank=True)


class Situation(StampedModel):
    """The answers about one guardian and the family as assessed on a day."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="situations")
    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="situations")
    assessed_on = models.DateField(_("assessed on"))
    residence_lau = _code()
    lone_parent = _yes_no()
    household_language = _code()
    income_band = _code()
    foster_child = _yes_no()
    sibling_in_care = _yes_no()
    care_situation = _yes_no()
    receives_welfare = _yes_no()
    employment_status = _code()
    months_unemployed = models.PositiveSmallIntegerField(null=True, blank=True)
    education_level = _code()
    in_training = _yes_no()
    registered_jobseeker = _yes_no()
    newcomer = _yes_no()
    childcare_is_barrier = _yes_no()
    willing_to_join = _yes_no()
    language_level = _code()
    not_asked = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    recorded_by_name = models.CharField(max_length=254, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SituationQuerySet.as_manager()

    class Meta:
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
        constraints = [
            models.CheckConstraint(
                name="families_situation_months_unemployed_in_range",
                condition=models.Q(months_unemployed=None)
                | models.Q(months_unemployed__lte=highest("months_unemployed")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["guardian", "-assessed_on", "-id"], name="families_situation_latest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guardian_id}, {self.assessed_on:%Y-%m-%d}"

    def stored_answers(self) -> dict[str, Any]:
        """The stored columns by attribute code; None is unknown."""
        return {code: getattr(self, code) for code in STORED}
