"""Whole numbers that must add up: what can still be true when some counts are hidden.

A reader of a face knows the shown counts, that hidden ones are whole and not negative, and
which cells add up to which. That is a system of equations in whole numbers. `System` tells
what a reader can conclude from it, by tightening the bounds of each unknown until nothing
moves and then searching for a solution. Solutions that are found are proof; where the search
grows too long it answers "none found", and the gate then hides more: it fails on the safe side.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

MOST_STEPS = 100
"""Choices that one search may try. Tables of submissions take a few dozen."""

Bounds = tuple[list[int], list[int]]


@dataclass(frozen=True)
class Equation:
    """The signed unknowns add up to `constant`. `terms` are (unknown, +1 or -1)."""

    terms: tuple[tuple[int, int], ...]
    constant: int


@dataclass
class System:
    """Unknown whole numbers with bounds, both included, and equations between them."""

    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    equations: list[Equation] = field(default_factory=list)
    touching: list[list[int]] = field(default_factory=list)

    def unknown(self, low: int, high: int) -> int:
        """Add an unknown and return its number."""
        self.low.append(low)
        self.high.append(high)
        self.touching.append([])
        return len(self.low) - 1

    def add_up(self, terms: Iterable[tuple[int, int]], constant: int) -> None:
        """Add an equation: the signed unknowns of `terms` add up to `constant`."""
        equation = Equation(tuple(terms), constant)
        for unknown, _sign in equation.terms:
            self.touching[unknown].append(len(self.equations))
        self.equations.append(equation)

    def solve(
        self, wanted: Sequence[int], fixed: dict[int, int] | None = None, steps: int = MOST_STEPS
    ) -> list[int] | None:
        """A solution near `wanted`, with the unknowns of `fixed` at their values; or None."""
        if self.bounds is None:
            return None
        low, high = map(list, self.bounds)
        touched: list[int] = []
        for unknown, value in (fixed or {}).items():
            if not low[unknown] <= value <= high[unknown]:
                return None
            low[unknown] = high[unknown] = value
            touched += self.touching[unknown]
        if not self._tighten(low, high, touched):
            return None
        return _Search(self, wanted, steps).run(low, high)

    @cached_property
    def bounds(self) -> Bounds | None:
        """The tightest bounds that arithmetic alone gives; None when nothing fits.

        Worked out at the first question, so ask when the system is complete.
        """
        low, high = list(self.low), list(self.high)
        fits = self._tighten(low, high, range(len(self.equations)))
        return (low, high) if fits else None

    def _tighten(self, low: list[int], high: list[int], equations: Iterable[int]) -> bool:
        """Narrow the bounds until nothing moves. False when no solution is left."""
        waiting = list(equations)
        queued = set(waiting)
        while waiting:
            number = waiting.pop()
            queued.discard(number)
            for moved in self._narrow(self.equations[number], low, high):
                if low[moved] > high[moved]:
                    return False
                for other in self.touching[moved]:
                    if other not in queued:
                        queued.add(other)
                        waiting.append(other)
            if not _can_hold(self.equations[number], low, high):
                return False
        return True

    @staticmethod
    def _narrow(equation: Equation, low: list[int], high: list[int]) -> list[int]:
        least, most = _reach(equation, low, high)
        moved = []
        for unknown, sign in equation.terms:
            floor = low[unknown] if sign > 0 else -high[unknown]
            ceiling = high[unknown] if sign > 0 else -low[unknown]
            new_floor = max(floor, equation.constant - (most - ceiling))
            new_ceiling = min(ceiling, equation.constant - (least - floor))
            if (new_floor, new_ceiling) != (floor, ceiling):
                bounds = (new_floor, new_ceiling) if sign > 0 else (-new_ceiling, -new_floor)
                low[unknown], high[unknown] = bounds
                moved.append(unknown)
                if bounds[0] > bounds[1]:
                    return moved
                least, most = _reach(equation, low, high)
        return moved


def _reach(equation: Equation, low: list[int], high: list[int]) -> tuple[int, int]:
    least = most = 0
    for unknown, sign in equation.terms:
        least += low[unknown] if sign > 0 else -high[unknown]
        most += high[unknown] if sign > 0 else -low[unknown]
    return least, most


def _can_hold(equation: Equation, low: list[int], high: list[int]) -> bool:
    least, most = _reach(equation, low, high)
    return least <= equation.constant <= most


def _outward(aim: int, low: int, high: int) -> Iterator[int]:
    """The values from `low` to `high`, those nearest to `aim` first."""
    start = min(max(aim, low), high)
    yield start
    for step in range(1, high - low + 1):
        if start - step >= low:
            yield start - step
        if start + step <= high:
            yield start + step


class _Search:
    """Depth-first: settle the tightest unknown first, at the value nearest to the wanted one."""

    def __init__(self, system: System, wanted: Sequence[int], steps: int) -> None:
        self.system = system
        self.wanted = wanted
        self.steps = steps

    def run(self, low: list[int], high: list[int]) -> list[int] | None:
        """Complete the bounds to a solution; None when there is none or the steps ran out."""
        unsettled = [number for number in range(len(low)) if low[number] < high[number]]
        if not unsettled:
            return low
        chosen = min(unsettled, key=lambda number: (high[number] - low[number], number))
        for value in _outward(self.wanted[chosen], low[chosen], high[chosen]):
            if self.steps <= 0:
                return None
            self.steps -= 1
            below, above = list(low), list(high)
            below[chosen] = above[chosen] = value
            if self.system._tighten(below, above, self.system.touching[chosen]):
                found = self.run(below, above)
                if found is not None:
                    return found
        return None
