"""Figures about some of a site's people: those whom the criteria of a population describe.

Criteria are asked of the latest situation of each parent on the day. A parent of whom an
answer is missing is not counted in, because membership must be certain. Families and children
belong to a population if at least one parent does.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from core.indicators.enums import common_population
from core.indicators.models import CommonPopulation
from core.partners.context import current
from core.sites.criteria import Criteria, to_q
from core.sites.enums import Unit
from tenants.families.models import Situation


@dataclass(frozen=True)
class Population:
    """A named part of a site's people. `name` is how its figures are stored."""

    name: str
    criteria: Criteria


def common_populations() -> list[Population]:
    """Those that this site takes part in, in the order of their codes."""
    found = CommonPopulation.objects.active().of_site(current().slug).order_by("code")
    return [
        Population(common_population(row.code), Criteria.model_validate(row.criteria))
        for row in found
    ]


def only(population: Population | None, rows: QuerySet, unit: str, on: date) -> QuerySet:
    """Of the rows of a measure, those that belong to the population on that day."""
    if population is None:
        return rows
    described = (
        Situation.objects.with_computed(on=on)
        .latest_per_guardian(on=on)
        .filter(to_q(population.criteria).certainly_in)
    )
    of_family = Q(family_id__in=described.values("family_id"))
    if unit in (Unit.FAMILY, Unit.CHILD, Unit.DAY_PART):
        return rows.filter(of_family)
    of_parent = Q(guardian_id__in=described.values("guardian_id"))
    return rows.filter(of_parent | (Q(guardian_id__isnull=True) & of_family))
