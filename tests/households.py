"""Invented households for the tests of guidance, childcare, learning and their figures."""

from datetime import date
from itertools import count

from tenants.families.models import Child, Family, Guardian

_numbers = count(1)


def household(name: str = "Yıldız", **family) -> Family:
    """A family with one parent and no children."""
    family = Family.objects.create(reference=f"F-2026-{next(_numbers):04d}", name=name, **family)
    parent_of(family)
    return family


def parent_of(family: Family, first_name: str = "Ayşe") -> Guardian:
    """Another parent in a family."""
    return Guardian.objects.create(family=family, first_name=first_name, last_name=family.name)


def child_of(
    family: Family, first_name: str = "Can", birth_date: date | None = date(2025, 3, 1)
) -> Child:
    """A child in a family."""
    return Child.objects.create(
        family=family, first_name=first_name, last_name=family.name, birth_date=birth_date
    )
