"""Criteria as a database query that agrees with `evaluate` on every row.

An unknown answer is NULL. SQL's own NOT loses rows with NULLs, so nothing is negated in SQL:
"not" is carried down to the leaves, where both the wish ("holds" or "fails") and the treatment of
unknowns ("surely" or "possibly") are known. Rows are unknown when they possibly hold and possibly
fail. Each form is as long as the criteria; "at least k" counts with CASE.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add, and_, or_
from typing import NamedTuple, TypeAlias

from django.db.models import BooleanField, Case, IntegerField, Q, Value, When
from django.db.models.lookups import GreaterThanOrEqual

from core.sites.criteria.leaves import Leaf, OneOf, Within, YesNo
from core.sites.criteria.tree import All, AnyOf, AtLeast, Criteria, Node, Not

# A condition, or True or False where no row needs to be looked at.
Condition: TypeAlias = Q | bool


class Membership(NamedTuple):
    """Which rows are certainly in the target group, and of which it is not yet known."""

    certainly_in: Q
    unknown: Q


def to_q(criteria: Criteria, sources: Mapping[str, str] | None = None) -> Membership:
    """Two conditions for `filter()`: certainly in; neither certainly in nor certainly out.

    `sources` maps attribute codes to lookup paths or annotations, by default the code itself. A
    path must lead to one value per row (columns, forward relations, annotations).
    """
    paths = sources or {}
    surely = _Rows(paths, unknown_counts=False)
    possibly = _Rows(paths, unknown_counts=True)
    may_hold = possibly.where(criteria.root, holds=True)
    may_fail = possibly.where(criteria.root, holds=False)
    return Membership(
        certainly_in=_as_q(surely.where(criteria.root, holds=True)),
        unknown=_as_q(every([may_hold, may_fail])),
    )


@dataclass(frozen=True)
class _Rows:
    """Finds rows where a part holds or fails; `unknown_counts` takes in those that yet may."""

    paths: Mapping[str, str]
    unknown_counts: bool

    def where(self, node: Node, *, holds: bool) -> Condition:
        match node:
            case Not():
                return self.where(node.item, holds=not holds)
            case All() | AnyOf():
                parts = [self.where(part, holds=holds) for part in node.parts]
                return every(parts) if isinstance(node, All) is holds else some(parts)
            case AtLeast():
                # Fewer than k of n hold when at least n - k + 1 of them fail.
                count = node.count if holds else len(node.parts) - node.count + 1
                return at_least(count, [self.where(part, holds=holds) for part in node.parts])
            case _:
                return self.where_leaf(node, holds)

    def where_leaf(self, leaf: Leaf, holds: bool) -> Q:
        path = self.paths.get(leaf.attribute, leaf.attribute)
        known = condition_on(leaf, path, holds)
        return known | Q((f"{path}__isnull", True)) if self.unknown_counts else known


def condition_on(leaf: Leaf, path: str, holds: bool) -> Q:
    """Rows whose known answer makes the leaf hold (or fail); never a row with NULL."""
    match leaf:
        case YesNo():
            return Q((path, leaf.expected is holds))
        case OneOf():
            inside = Q((f"{path}__in", list(leaf.codes)))
            return inside if holds else Q((f"{path}__isnull", False)) & ~inside
        case Within():
            return _between(leaf, path) if holds else _beyond(leaf, path)


def _between(leaf: Within, path: str) -> Q:
    bounds = {f"{path}__gte": leaf.start, f"{path}__lt": leaf.below}
    return Q(**{lookup: bound for lookup, bound in bounds.items() if bound is not None})


def _beyond(leaf: Within, path: str) -> Q:
    bounds = {f"{path}__lt": leaf.start, f"{path}__gte": leaf.below}
    sides = [Q((lookup, bound)) for lookup, bound in bounds.items() if bound is not None]
    return reduce(or_, sides)


def every(conditions: list[Condition]) -> Condition:
    if False in conditions:
        return False
    return reduce(and_, [c for c in conditions if c is not True], Q()) or True


def some(conditions: list[Condition]) -> Condition:
    if True in conditions:
        return True
    return reduce(or_, [c for c in conditions if c is not False], Q()) or False


def at_least(count: int, conditions: list[Condition]) -> Condition:
    """At least `count` of the conditions; those that are True or False are counted here."""
    open_ones = [c for c in conditions if not isinstance(c, bool)]
    needed = count - conditions.count(True)
    if needed <= 0:
        return True
    if needed > len(open_ones):
        return False
    if needed == 1:
        return some(open_ones)
    if needed == len(open_ones):
        return every(open_ones)
    counted = (
        Case(When(c, then=Value(1)), default=Value(0), output_field=IntegerField())
        for c in open_ones
    )
    return Q(GreaterThanOrEqual(reduce(add, counted), Value(needed)))


def _as_q(condition: Condition) -> Q:
    if isinstance(condition, bool):
        return Q(Value(condition, output_field=BooleanField()))
    return condition
