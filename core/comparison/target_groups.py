"""Do two sites work for the same people, and if not: for whom do both?

Every site works for its own town, so a condition on the place of residence that everyone at the
site must fulfil says no more than "lives in our area". It is the same rule at each site
and is left out; otherwise no two sites would ever have anybody in common.

A common population helps only if all sites work for everyone in it, if each site writes down
what is needed to find its people, and if each site has a figure for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from core.comparison.evidence import SharedPopulation, Side
from core.sites.criteria import Criteria, Relation, RelationKind, compare
from core.sites.criteria.leaves import OneOf
from core.sites.criteria.tree import All, Node

RESIDENCE = "residence_lau"
EVERYONE = All(items=())
INSIDE = (RelationKind.EQUAL, RelationKind.SUPERSET)


def without_own_area(criteria: Criteria) -> Criteria:
    """The criteria without the condition that a person lives in the site's own area.

    Only a condition that everyone must fulfil: a place among alternatives says something else.
    """
    return Criteria(_without_area(criteria.root))


def _without_area(node: Node) -> Node:
    if isinstance(node, OneOf) and node.attribute == RESIDENCE:
        return EVERYONE
    if not isinstance(node, All):
        return node
    kept = [part for part in map(_without_area, node.parts) if part != EVERYONE]
    return kept[0] if len(kept) == 1 else All(items=tuple(kept))


@lru_cache(maxsize=4096)
def relation(
    a: Criteria, b: Criteria, records_a: frozenset[str], records_b: frozenset[str]
) -> Relation:
    """How two targets stand to each other; remembered, for the same pairs come back."""
    return compare(a, b, records_a, records_b)


@dataclass(frozen=True)
class Difference:
    """The first pair of sites that work for different people, with a person of each kind."""

    a: Side
    b: Side
    found: Relation

    @property
    def nobody_in_common(self) -> bool:
        return self.found.kind == RelationKind.DISJOINT


def difference(sides: Sequence[Side]) -> Difference | None:
    """None if all sites work for the same people; all targets must be known."""
    for a, b in combinations(sorted(sides, key=lambda side: side.slug), 2):
        found = relation(a.target, b.target, a.records, b.records)
        if found.kind != RelationKind.EQUAL:
            return Difference(a, b, found)
    return None


def covers(side: Side, population: SharedPopulation) -> bool:
    """Whether the site works for everyone in the common population."""
    found = relation(side.target, population.criteria, side.records, side.records)
    return found.kind in INSIDE and found.in_both is not None


def not_recorded(side: Side, population: SharedPopulation) -> tuple[str, ...]:
    """Attributes the site would have to write down to find its people in the population."""
    found = relation(side.target, population.criteria, side.records, side.records)
    return found.recorded_a.missing if found.recorded_a else ()


def suitable(
    sides: Sequence[Side], populations: Sequence[SharedPopulation]
) -> list[SharedPopulation]:
    """Common populations that all these sites count for and work for, in the order of codes."""
    return sorted(
        (
            population
            for population in populations
            if population.sites.issuperset(side.slug for side in sides)
            and all(covers(side, population) for side in sides)
        ),
        key=lambda population: population.code,
    )
