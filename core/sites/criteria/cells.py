"""Cuts the space of all possible persons into finitely many cells that criteria cannot tell apart.

Criteria look at a person through their leaves only. On the axis of one attribute, two answers
that satisfy the same leaves are the same cell: an interval falls apart at the bounds that are
mentioned, a code set into the mentioned codes and "any other" (always possible in an open list,
in a closed one only while codes remain). Each cell has one answer that stands for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from core.sites.criteria.leaves import Leaf, OneOf, Within
from core.sites.criteria.tree import Node, leaves_of
from core.sites.criteria.truth import holds
from core.sites.vocabulary import (
    VOCABULARY,
    Answer,
    Attribute,
    CodesAttribute,
    IntervalAttribute,
)


@dataclass(frozen=True)
class Axis:
    """One attribute and the answers that stand for its cells."""

    attribute: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Space:
    """The axes of all attributes that some criteria ask, in the order in which they are asked."""

    axes: tuple[Axis, ...]

    def level_of(self, attribute: str) -> int:
        """The place of an attribute's axis; ValueError if nobody asks it."""
        return [axis.attribute for axis in self.axes].index(attribute)


def space_of(nodes: Iterable[Node]) -> Space:
    """The coarsest space in which every leaf of these criteria is constant on each cell."""
    leaves: dict[str, list[Leaf]] = {}
    for node in nodes:
        for leaf in leaves_of(node):
            leaves.setdefault(leaf.attribute, []).append(leaf)
    return Space(tuple(Axis(code, cells_of(code, asked)) for code, asked in leaves.items()))


def cells_of(code: str, leaves: list[Leaf]) -> tuple[Answer, ...]:
    """One answer for each cell of an attribute's axis, under the leaves that ask it.

    Of the answers in a cell the most ordinary one stands for it, so that examples look like
    people one meets.
    """
    attribute = VOCABULARY[code]
    cells: dict[tuple[bool, ...], Answer] = {}
    for answer in sorted(atoms(attribute, leaves), key=lambda a: _oddness(attribute, a)):
        cells.setdefault(tuple(holds(leaf, answer) for leaf in leaves), answer)
    return tuple(cells.values())


def atoms(attribute: Attribute, leaves: list[Leaf]) -> list[Answer]:
    """Answers among which every cell has at least one."""
    match attribute:
        case IntervalAttribute():
            return pieces(attribute, leaves)
        case CodesAttribute():
            return codes(attribute, leaves)
        case _:
            return [True, False]


def pieces(attribute: IntervalAttribute, leaves: list[Within]) -> list[Answer]:
    """In each piece between two bounds, the number nearest to the typical one."""
    bounds = {bound for leaf in leaves for bound in (leaf.start, leaf.below) if bound is not None}
    ends = sorted({attribute.lowest, attribute.highest + 1} | bounds)
    return [min(max(attribute.typical, low), end - 1) for low, end in pairwise(ends)]


def codes(attribute: CodesAttribute, leaves: list[OneOf]) -> list[Answer]:
    """Every mentioned code, then one code that nobody mentions, if there can be one."""
    mentioned = list(dict.fromkeys(code for leaf in leaves for code in leaf.codes))
    if attribute.is_open:
        return [*mentioned, attribute.other]
    return [*mentioned, *[code for code in attribute.labels if code not in mentioned][:1]]


def _oddness(attribute: Attribute, answer: Answer) -> int:
    if isinstance(attribute, IntervalAttribute):
        return abs(answer - attribute.typical)
    return 0
