"""Decision diagrams: criteria as sets of persons that can be joined, cut and compared exactly.

Listing every person is hopeless (fifteen attributes make millions), so a set is kept as a graph:
each node asks one attribute and has one edge per cell, equal nodes exist once, and a node whose
edges agree is left out. Two criteria mean the same exactly when they are the same node. These are
Bryant's ordered decision diagrams with more than two edges per node.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from core.sites.criteria.cells import Space
from core.sites.criteria.leaves import Leaf
from core.sites.criteria.tree import All, AnyOf, AtLeast, Node, Not
from core.sites.criteria.truth import holds

NO_ONE, EVERYONE = 0, 1
# Less than a second of work; criteria that people write need some hundreds.
MOST_STEPS = 200_000


class CriteriaTooIntricate(ValueError):
    """The criteria are so entangled that they cannot be compared with bounded effort."""


class Step(NamedTuple):
    """On the shortest way into a set: how many answers it takes, the cell, and the node after.

    The cell is None where the attribute need not be asked.
    """

    answers: int
    cell: int | None
    onward: int


class Diagrams:
    """All sets of persons over one space; a set is the number of its node."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self._levels = {axis.attribute: level for level, axis in enumerate(space.axes)}
        beyond = len(space.axes)
        self._nodes: list[tuple[int, tuple[int, ...]]] = [(beyond, ()), (beyond, ())]
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._combined: dict[tuple[int, int, int], int] = {}
        self._opposites: dict[int, int] = {NO_ONE: EVERYONE, EVERYONE: NO_ONE}

    def node(self, level: int, edges: tuple[int, ...]) -> int:
        """The one node with these edges."""
        if edges.count(edges[0]) == len(edges):
            return edges[0]
        key = (level, edges)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._nodes)
            self._nodes.append(key)
        return number

    def build(self, part: Node) -> int:
        """The set of persons for whom a part of the criteria holds."""
        match part:
            case All():
                return self.every([self.build(inner) for inner in part.parts])
            case AnyOf():
                return self.some([self.build(inner) for inner in part.parts])
            case Not():
                return self.opposite(self.build(part.item))
            case AtLeast():
                return self.at_least(part.count, [self.build(inner) for inner in part.parts])
            case _:
                return self.leaf(part)

    def leaf(self, leaf: Leaf) -> int:
        level = self._levels[leaf.attribute]
        answers = self.space.axes[level].answers
        return self.node(
            level, tuple(EVERYONE if holds(leaf, answer) else NO_ONE for answer in answers)
        )

    def both(self, left: int, right: int) -> int:
        return self._combine(NO_ONE, left, right)

    def either(self, left: int, right: int) -> int:
        return self._combine(EVERYONE, left, right)

    def every(self, sets: Sequence[int]) -> int:
        result = EVERYONE
        for one in sets:
            result = self.both(result, one)
        return result

    def some(self, sets: Sequence[int]) -> int:
        result = NO_ONE
        for one in sets:
            result = self.either(result, one)
        return result

    def at_least(self, count: int, sets: Sequence[int]) -> int:
        """Persons in at least `count` of the sets: reached[k] is "in k or more so far"."""
        reached = [EVERYONE] + [NO_ONE] * count
        for one in sets:
            for k in range(count, 0, -1):
                reached[k] = self.either(reached[k], self.both(one, reached[k - 1]))
        return reached[count]

    def opposite(self, one: int) -> int:
        result = self._opposites.get(one)
        if result is None:
            level, edges = self._nodes[one]
            result = self.node(level, tuple(self.opposite(edge) for edge in edges))
            self._opposites[one] = result
            self._opposites[result] = one
        return result

    def without_asking(self, one: int, attributes: Sequence[str]) -> int:
        """Persons who could be in the set if their answers on these attributes were others."""
        levels = {self._levels[code] for code in attributes if code in self._levels}
        return self._forget(one, levels, {}) if levels else one

    def shortest_way(self, one: int) -> dict[str, int]:
        """The fewest answers that put a person into the set: cell number by attribute.

        Every other answer may be anything. KeyError for the empty set.
        """
        steps: dict[int, Step] = {EVERYONE: Step(0, None, EVERYONE)}
        self._measure(one, steps)
        way = {}
        while one != EVERYONE:
            _answers, cell, onward = steps[one]
            if cell is not None:
                way[self.space.axes[self._nodes[one][0]].attribute] = cell
            one = onward
        return way

    def _combine(self, absorbing: int, left: int, right: int) -> int:
        """ "Both" has the empty set as absorbing element, "either" the full one."""
        if left == right:
            return left
        if left > right:
            left, right = right, left
        if left <= EVERYONE:
            return absorbing if left == absorbing else right
        key = (absorbing, left, right)
        result = self._combined.get(key)
        if result is None:
            if len(self._combined) >= MOST_STEPS:
                raise CriteriaTooIntricate(_("These criteria are too intricate to compare."))
            result = self._combined[key] = self._combine_edges(absorbing, left, right)
        return result

    def _combine_edges(self, absorbing: int, left: int, right: int) -> int:
        left_level, left_edges = self._nodes[left]
        right_level, right_edges = self._nodes[right]
        combine = self._combine
        if left_level == right_level:
            pairs = zip(left_edges, right_edges, strict=True)
            return self.node(left_level, tuple(combine(absorbing, x, y) for x, y in pairs))
        if left_level < right_level:
            return self.node(left_level, tuple(combine(absorbing, x, right) for x in left_edges))
        return self.node(right_level, tuple(combine(absorbing, left, y) for y in right_edges))

    def _forget(self, one: int, levels: set[int], known: dict[int, int]) -> int:
        if one <= EVERYONE:
            return one
        if one not in known:
            level, edges = self._nodes[one]
            left = [self._forget(edge, levels, known) for edge in edges]
            known[one] = self.some(left) if level in levels else self.node(level, tuple(left))
        return known[one]

    def _measure(self, one: int, steps: dict[int, Step]) -> None:
        """Writes the first step of a shortest way for each node that a way may lead through."""
        if one in steps or one == NO_ONE:
            return
        edges = self._nodes[one][1]
        # Who is in whatever the answer is, need not be asked.
        onward = [(None, self.every(edges)), *enumerate(edges)]
        best = None
        for cell, edge in onward:
            self._measure(edge, steps)
            if edge != NO_ONE:
                answers = steps[edge].answers + (cell is not None)
                if best is None or answers < best.answers:
                    best = Step(answers, cell, edge)
        steps[one] = best
