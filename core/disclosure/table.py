"""What comes to the gate and what leaves it.

A `Table` holds all figures of one submission at once, because a small count hides in none of
them alone: it can be worked out from a total, from another breakdown of the same people, or
from two indicators that add up to a third. The table therefore also says how its figures
hang together. A `Face` is the same table as one audience may see it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from core.indicators.enums import OWN, CellState, Dimension

NOTHING: Mapping = MappingProxyType({})


class Figure(NamedTuple):
    """One indicator about one population ("own" or "common:<code>")."""

    indicator: str
    population: str = OWN

    def cell(self, dimension: str = Dimension.TOTAL.value, category: str = "") -> "Key":
        """The key of one of its cells; without arguments, of its total."""
        return Key(*self, str(dimension), category)


class Key(NamedTuple):
    """One cell: a figure's total (empty dimension) or one category of one breakdown."""

    indicator: str
    population: str = OWN
    dimension: str = Dimension.TOTAL.value
    category: str = ""

    @property
    def figure(self) -> Figure:
        return Figure(self.indicator, self.population)

    @property
    def is_total(self) -> bool:
        return self.dimension == Dimension.TOTAL


class Breakdown(NamedTuple):
    """One dimension of one figure, with its cells in the order in which they came."""

    figure: Figure
    dimension: str
    keys: tuple[Key, ...]


class Sum(NamedTuple):
    """Figures whose people add up: taken into a trajectory = ended + running."""

    whole: Figure
    parts: tuple[Figure, ...]


class Nested(NamedTuple):
    """A figure whose people are all among those of another: at work, of those in trajectory.

    `rest_matters` says whether those of the whole who are not in the part are a group of their own,
    not to be found out when they are few; without it the relation is only known to readers.
    """

    part: Figure
    whole: Figure
    rest_matters: bool = True


class Told(NamedTuple):
    """What an audience is told of a cell: a count, or that it is suppressed (value None)."""

    value: int | None

    @property
    def state(self) -> CellState:
        return CellState.SUPPRESSED if self.value is None else CellState.SHOWN


Face = dict[Key, Told]


class IncoherentTable(ValueError):
    """A breakdown does not add up to its total, or figures do not hang together as was said."""


@dataclass(frozen=True)
class Table:
    """Exact counts of one submission, in whole persons, families, children or episodes.

    `cells` holds the total of each figure; the categories of a breakdown add up to it (each
    person counted once; zeros may be there). `sums` and `nested` hold for the totals and,
    category by category, for each breakdown that the figures share. Counts that contradict
    this raise `IncoherentTable`.

    `denominators` gives, per figure, the number of people its share is taken of, where that is
    not its own total. `told` are cells that the same audience was shown before about the same
    days: a number, or None for a suppressed one. `rounded` are the roundings published so
    far, by cell and true count. `owner` is the site's short name.
    """

    cells: Mapping[Key, int]
    sums: tuple[Sum, ...] = ()
    nested: tuple[Nested, ...] = ()
    denominators: Mapping[Figure, int] = field(default_factory=lambda: NOTHING)
    told: Mapping[Key, int | None] = field(default_factory=lambda: NOTHING)
    rounded: Mapping[tuple[Key, int], int] = field(default_factory=lambda: NOTHING)
    owner: str = ""

    def __post_init__(self) -> None:
        for breakdown in self.breakdowns():
            counts = [self.cells[key] for key in breakdown.keys]
            if sum(counts) != self.cells.get(breakdown.figure.cell()):
                raise IncoherentTable(f"{breakdown.dimension} of {breakdown.figure} adds up wrong.")
        for whole, parts in self.cell_sums():
            if self.cells.get(whole, 0) != sum(self.cells.get(part, 0) for part in parts):
                raise IncoherentTable(f"{whole} is not the sum of {parts}.")
        for part, whole, _rest in self.cell_pairs():
            if self.cells[part] > self.cells.get(whole, 0):
                raise IncoherentTable(f"{part} is more than {whole}.")

    def figures(self) -> list[Figure]:
        """The figures in the order in which they came."""
        return [key.figure for key in self.cells if key.is_total]

    def total(self, figure: Figure) -> int:
        """The figure's exact total."""
        return self.cells[figure.cell()]

    def denominator(self, figure: Figure) -> int:
        """What the figure's share is taken of; its own total where nothing else is said."""
        return self.denominators.get(figure, self.total(figure))

    def breakdowns(self) -> Iterator[Breakdown]:
        """Each breakdown of each figure."""
        found: dict[tuple[Figure, str], list[Key]] = {}
        for key in self.cells:
            if not key.is_total:
                found.setdefault((key.figure, key.dimension), []).append(key)
        for (figure, dimension), keys in found.items():
            yield Breakdown(figure, dimension, tuple(keys))

    def cell_sums(self) -> Iterator[tuple[Key, tuple[Key, ...]]]:
        """The sums, cell by cell: totals first, then each category of a shared breakdown."""
        for whole, parts in self.sums:
            for place in self._shared_places((whole, *parts)):
                yield whole.cell(*place), tuple(part.cell(*place) for part in parts)

    def cell_pairs(self) -> Iterator[tuple[Key, Key, bool]]:
        """The nested figures, cell by cell: (part, whole, whether their rest matters)."""
        for part, whole, rest_matters in self.nested:
            for place in self._shared_places((part, whole)):
                if part.cell(*place) in self.cells:
                    yield part.cell(*place), whole.cell(*place), rest_matters

    def _shared_places(self, figures: tuple[Figure, ...]) -> list[tuple[str, str]]:
        """(dimension, category) of what all these figures are broken down by, but not `detail`.

        The details of two figures are different lists: reasons of ending, kinds of work.
        """
        shared = set.intersection(*(self._dimensions(figure) for figure in figures))
        shared.discard(Dimension.DETAIL)
        return list(
            dict.fromkeys(
                (key.dimension, key.category)
                for key in self.cells
                if key.figure in figures and key.dimension in shared
            )
        )

    def _dimensions(self, figure: Figure) -> set[str]:
        return {key.dimension for key in self.cells if key.figure == figure}
