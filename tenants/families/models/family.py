"""A family and its people: who they are and how to reach them.

What is asked at intake stands in `Situation`, what happened in the events of `admission` and of
the other apps. There is no field for a national number, and none for a status: where a family
stands follows from its events (`tenants.families.states`).
"""

from typing import Any, Self

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.partners.stamped import StampedModel
from tenants.families.enums import Sex
from tenants.families.names import family_sort_key, person_sort_key
from tenants.families.querysets import CHILD_ROLES, OfFamiliesQuerySet

OWN_REFERENCE_HINT = _("The number in your own records. The import recognises people by it.")


def own_reference() -> models.CharField:
    """The partner's own number: unique, and empty is no number."""
    return models.CharField(
        _("own reference"),
        max_length=60,
        null=True,
        blank=True,
        unique=True,
        help_text=OWN_REFERENCE_HINT,
    )


class Digits(models.Func):
    """The digits of a text: "+32 475 12" is "3247512"."""

    function = "regexp_replace"
    template = "%(function)s(%(expressions)s, '[^0-9]', '', 'g')"
    arity = 1


class FamilyQuerySet(OfFamiliesQuerySet):
    def by_name(self) -> Self:
        return self.order_by("sort_key", "id")


class Family(StampedModel):
    reference = models.CharField(_("reference"), max_length=20, unique=True)
    own_reference = own_reference()
    name = models.CharField(_("family name"), max_length=150)
    sort_key = models.CharField(max_length=400, editable=False)
    residence_lau = models.CharField(_("municipality"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    phone_digits = models.GeneratedField(
        expression=Digits("phone"),
        output_field=models.CharField(max_length=30),
        db_persist=True,
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    household_language = models.CharField(_("language at home"), max_length=8, blank=True)
    interpreter_needed = models.BooleanField(_("interpreter needed"), null=True, blank=True)
    external_project = models.CharField(
        _("related project"),
        max_length=60,
        blank=True,
        help_text=_("Filled in when the family took part through a related project."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FamilyQuerySet.as_manager()

    class Meta:
        verbose_name = _("family")
        verbose_name_plural = _("families")
        constraints = [
            models.CheckConstraint(name="families_family_has_a_name", condition=~models.Q(name="")),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="families_family_by_name"),
            models.Index(fields=["external_project"], name="families_family_by_project"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.reference})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = family_sort_key(self.name)
        super().save(*args, **kwargs)


class Person(StampedModel):
    """What guardians and children have in common."""

    first_name = models.CharField(_("first name"), max_length=100)
    last_name = models.CharField(_("last name"), max_length=150)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    sex = models.CharField(_("sex"), max_length=10, choices=Sex, default=Sex.UNKNOWN)
    own_reference = own_reference()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Given name and family name, as they are written."""
        return f"{self.first_name} {self.last_name}".strip()


class Guardian(Person):
    """A parent or another adult who raises the children; guidance is for a guardian."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="guardians")
    sort_key = models.CharField(max_length=550, editable=False)

    objects = OfFamiliesQuerySet.as_manager()

    class Meta:
        verbose_name = _("parent")
        verbose_name_plural = _("parents")
        constraints = [
            models.CheckConstraint(
                name="families_guardian_sex_is_known_choice",
                condition=models.Q(sex__in=Sex.values),
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="families_guardian_by_name"),
            models.Index(fields=["birth_date"], name="families_guardian_by_birth"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = person_sort_key(self.first_name, self.last_name)
        super().save(*args, **kwargs)


class ChildQuerySet(OfFamiliesQuerySet):
    def visible_to(self, user: Any) -> Self:
        """Childcare staff sees the children; their families stay closed to them."""
        return self if has_one_of(user, CHILD_ROLES) else self.none()


class Child(Person):
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="children")

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name = _("child")
        verbose_name_plural = _("children")
        constraints = [
            models.CheckConstraint(
                name="families_child_sex_is_known_choice",
                condition=models.Q(sex__in=Sex.values),
            ),
        ]
        indexes = [
            models.Index(fields=["birth_date"], name="families_child_by_birth"),
            models.Index(Lower("first_name"), name="families_child_by_first_name"),
        ]
