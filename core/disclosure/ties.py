"""Which cells of a table add up to which: the arithmetic that a reader can do.

A tie is an equation between cells of breakdowns: the categories of one breakdown add up to a
total that everybody knows, indicators add up to a third, a population and the rest of the
people make the whole. Cells that no chain of ties connects tell nothing about each other, so
the gate looks at one connected group at a time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.disclosure.table import Figure, Key, Table


@dataclass(frozen=True)
class Rest:
    """The unnamed count between two nested cells: those of `whole` who are not in `part`."""

    part: Key
    whole: Key
    matters: bool = True


Count = Key | Rest


@dataclass(frozen=True)
class Tie:
    """Signed counts that add up to `constant`."""

    terms: tuple[tuple[Count, int], ...]
    constant: int = 0


@dataclass
class Group:
    """Ties that hang together, and the exact counts they speak of."""

    ties: list[Tie]
    counts: Mapping[Count, int]


def groups(table: Table, without: set[Figure]) -> list[Group]:
    """The connected groups of the table's breakdowns, leaving out the figures of `without`."""
    ties = list(_ties(table, without))
    leader: dict[Count, Count] = {}
    for tie in ties:
        first = _lead(leader, tie.terms[0][0])
        for count, _sign in tie.terms[1:]:
            leader[_lead(leader, count)] = first
    found: dict[Count, list[Tie]] = {}
    for tie in ties:
        found.setdefault(_lead(leader, tie.terms[0][0]), []).append(tie)
    return [Group(members, _counts(table, members)) for members in found.values()]


def _lead(leader: dict[Count, Count], count: Count) -> Count:
    leader.setdefault(count, count)
    while leader[count] != count:
        leader[count] = leader[leader[count]]
        count = leader[count]
    return count


def _counts(table: Table, ties: list[Tie]) -> dict[Count, int]:
    counts = {}
    for tie in ties:
        for count, _sign in tie.terms:
            if isinstance(count, Key):
                counts[count] = table.cells[count]
            else:
                counts[count] = table.cells[count.whole] - table.cells[count.part]
    return counts


def _ties(table: Table, without: set[Figure]) -> Iterator[Tie]:
    known = {key for key in table.cells if not key.is_total and key.figure not in without}
    for breakdown in table.breakdowns():
        if breakdown.figure not in without:
            total = table.total(breakdown.figure)
            yield Tie(tuple((key, 1) for key in breakdown.keys), total)
    for whole, parts in table.cell_sums():
        terms = [(whole, 1), *((part, -1) for part in parts)]
        present = tuple(term for term in terms if term[0] in known)
        if present and not any(key.figure in without for key, _sign in terms):
            yield Tie(present)
    for part, whole, matters in table.cell_pairs():
        if part in known and whole in known:
            yield Tie(((whole, 1), (part, -1), (Rest(part, whole, matters), -1)))
