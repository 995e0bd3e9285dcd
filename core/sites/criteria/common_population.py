"""The common population of several target groups, written as short as it can be read.

All groups' criteria must hold. Read aloud, a plain conjunction repeats itself ("lives in Mechelen
or Ghent, and lives in Ghent"), so conditions on the same attribute are merged, alternatives that
can no longer apply are left out, and so is every condition that the others imply.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.sites.criteria.cells import space_of
from core.sites.criteria.diagrams import NO_ONE, Diagrams
from core.sites.criteria.leaves import LEAVES, Leaf, OneOf, Within
from core.sites.criteria.relations import Witness, witness
from core.sites.criteria.tree import All, AnyOf, Criteria, Node


@dataclass(frozen=True)
class CommonPopulation:
    """Who belongs to every one of some target groups; `example` is None if nobody does."""

    criteria: Criteria
    example: Witness | None

    @property
    def is_satisfiable(self) -> bool:
        return self.example is not None


def common(criteria_list: Iterable[Criteria]) -> CommonPopulation:
    """The people who belong to all the groups; to everyone if there are no groups.

    On persons whose answers are all known the result is exactly the conjunction.
    """
    conditions = _conditions([criteria.root for criteria in criteria_list])
    diagrams = Diagrams(space_of(conditions))
    everywhere = diagrams.every([diagrams.build(condition) for condition in conditions])
    if everywhere == NO_ONE:
        return CommonPopulation(Criteria(AnyOf(items=())), None)
    shortest = _without_implied(diagrams, _merged(_pruned(diagrams, conditions)))
    root = shortest[0] if len(shortest) == 1 else All(items=tuple(shortest))
    return CommonPopulation(Criteria(root), witness(diagrams, everywhere))


def united(criteria_list: Iterable[Criteria]) -> Criteria:
    """The people who belong to at least one of the groups: a site's whole target."""
    roots = tuple(dict.fromkeys(criteria.root for criteria in criteria_list))
    return Criteria(roots[0] if len(roots) == 1 else AnyOf(items=roots))


def _conditions(nodes: Iterable[Node]) -> list[Node]:
    """Nested "all" laid out flat, each condition once."""
    flat: dict[Node, None] = {}
    for node in nodes:
        inner = _conditions(node.parts) if isinstance(node, All) else [node]
        flat.update(dict.fromkeys(inner))
    return list(flat)


def _pruned(diagrams: Diagrams, conditions: Sequence[Node]) -> list[Node]:
    """Leaves out the alternatives of an "any" that the other conditions rule out."""
    sets = [diagrams.build(condition) for condition in conditions]
    pruned = []
    for place, condition in enumerate(conditions):
        if isinstance(condition, AnyOf):
            rest = diagrams.every(sets[:place] + sets[place + 1 :])
            possible = [
                part
                for part in condition.parts
                if diagrams.both(rest, diagrams.build(part)) != NO_ONE
            ]
            condition = possible[0] if len(possible) == 1 else AnyOf(items=tuple(possible))
        pruned.append(condition)
    return _conditions(pruned)


def _merged(conditions: Sequence[Node]) -> list[Node]:
    """Leaves on the same attribute become one, in the place of the first."""
    merged: dict[object, Node] = {}
    for condition in conditions:
        key = condition.attribute if isinstance(condition, LEAVES) else condition
        merged[key] = _cut(merged[key], condition) if key in merged else condition
    return list(merged.values())


def _cut(one: Leaf, other: Leaf) -> Leaf:
    """What two leaves on one attribute have in common; they are known to have something."""
    match one, other:
        case OneOf(), OneOf():
            codes = tuple(code for code in one.codes if code in other.codes)
            return OneOf(attribute=one.attribute, codes=codes)
        case Within(), Within():
            starts = [leaf.start for leaf in (one, other) if leaf.start is not None]
            ends = [leaf.below for leaf in (one, other) if leaf.below is not None]
            bounds = {"start": max(starts)} if starts else {}
            bounds |= {"below": min(ends)} if ends else {}
            return Within(attribute=one.attribute, **bounds)
        case _:
            return one


def _without_implied(diagrams: Diagrams, conditions: Sequence[Node]) -> list[Node]:
    """Drops what the rest implies; groups before leaves, so that what stays is easy to read."""
    kept = {condition: diagrams.build(condition) for condition in conditions}
    for condition in sorted(conditions, key=lambda c: isinstance(c, LEAVES)):
        rest = diagrams.every([s for other, s in kept.items() if other != condition])
        if diagrams.both(rest, diagrams.opposite(kept[condition])) == NO_ONE:
            del kept[condition]
    return list(kept)
