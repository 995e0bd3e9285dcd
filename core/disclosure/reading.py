"""What somebody who reads a face can conclude of it, with all the arithmetic there is."""

from collections.abc import Callable, Set

from core.disclosure.system import System
from core.disclosure.table import Figure, Key, Table
from core.disclosure.ties import Count, Group, Rest, Tie

THRESHOLD = 5
"""Counts from 1 up to, not including, this are small."""

NARROWEST = THRESHOLD - 1
"""Least distance between the smallest and the largest value that a small count may have."""


def is_small(count: int) -> bool:
    """True for counts that could point at people."""
    return 0 < count < THRESHOLD


def needed_room(count: int) -> int:
    """How far apart the possible values of a hidden count must at least be.

    A small count keeps five possible values. One that is hidden only to protect others is no
    secret itself; that it cannot be pinned down is enough.
    """
    return NARROWEST if is_small(count) else min(count, 1)


class ReadersView:
    """One group of cells with some of them hidden, as a system of equations.

    The reader knows the policy: a hidden cell is not zero, unless its breakdown is withheld as
    a whole, zeros included.
    """

    def __init__(
        self,
        table: Table,
        group: Group,
        hidden: Set[Key],
        withheld: Set[tuple[Figure, str]],
    ) -> None:
        self.table = table
        self.counts = group.counts
        self.hidden = hidden
        self.withheld = withheld
        self.system = System()
        self.numbers: dict[Count, int] = {}
        self.truth: list[int] = []
        self.ties_of: dict[Count, list[Tie]] = {}
        for tie in group.ties:
            self._write(tie)

    def _write(self, tie: Tie) -> None:
        constant, terms = tie.constant, []
        for count, sign in tie.terms:
            self.ties_of.setdefault(count, []).append(tie)
            if isinstance(count, Key) and count not in self.hidden:
                constant -= sign * self.counts[count]
            else:
                terms.append((self._number(count), sign))
        if terms:
            self.system.add_up(terms, constant)

    def _number(self, count: Count) -> int:
        if count not in self.numbers:
            self.numbers[count] = self.system.unknown(*self._bounds(count))
            self.truth.append(self.counts[count])
        return self.numbers[count]

    def _bounds(self, count: Count) -> tuple[int, int]:
        """Before any arithmetic."""
        if isinstance(count, Rest):
            return 0, self.table.total(count.whole.figure)
        zeros_hidden = (count.figure, count.dimension) in self.withheld
        return (0 if zeros_hidden else 1), self.table.total(count.figure)

    def too_narrow(self, matters: Callable[[Count], bool], wide: set[Count]) -> Count | None:
        """The first count that a reader could narrow too far; None when there is none left.

        Notes in `wide` what it has seen to be vague enough. Hiding more never makes a count less
        vague, so those need not be looked at again.
        """
        for count in self.numbers:
            if count in wide or not matters(count):
                continue
            needed = needed_room(self.counts[count])
            if self._room_left(count) < needed or self._width(count, needed) < needed:
                return count
            wide.add(count)
        return None

    def _room_left(self, count: Count) -> int:
        """Distance that arithmetic alone leaves: never less than the true one."""
        number = self.numbers[count]
        low, high = self.system.bounds or ([0] * (number + 1),) * 2
        return high[number] - low[number]

    def _width(self, count: Count, enough: int) -> int:
        """Distance between values that `count` can be shown to take, looked for up to enough.

        Walks outward from the exact count, one by one, each time looking for a complete
        solution near the last one.
        """
        number = self.numbers[count]
        ends = {1: self.truth[number], -1: self.truth[number]}
        for direction in (1, -1):
            near = self.truth
            while ends[1] - ends[-1] < enough:
                near = self.system.solve(near, {number: ends[direction] + direction})
                if near is None:
                    break
                ends[direction] += direction
        return ends[1] - ends[-1]

    def ties_by_room(self, weak: Count) -> list[Tie]:
        """The ties of a count; first those whose other unknowns leave it the least room."""
        return sorted(self.ties_of[weak], key=lambda tie: self._room(tie, weak))

    def _room(self, tie: Tie, weak: Count) -> int:
        others = [self.numbers[c] for c, _sign in tie.terms if c in self.numbers and c != weak]
        return sum(self.system.high[n] - self.system.low[n] for n in others)
