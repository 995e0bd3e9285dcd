"""Which sites may stand in one chart: groups in which every pair may.

Being comparable is judged pair by pair and need not carry over (local kinds of work), so a group
is closed: a site joins only if it may stand beside everyone who is in it already. What is
left stands alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.comparison.enums import VerdictKind
from core.comparison.evidence import OWN, Side
from core.comparison.verdict import Verdict

Pair = frozenset[str]
Matrix = Mapping[Pair, Verdict]
SIDE_BY_SIDE = (VerdictKind.COMPARABLE, VerdictKind.WITH_NOTE)


@dataclass(frozen=True)
class Group:
    """Sites whose figures of `population` may stand in one chart, under the worst verdict."""

    sides: tuple[Side, ...]
    population: str
    verdict: Verdict


def groups(sides: Sequence[Side], matrix: Matrix) -> list[Group]:
    """All groups of two sites or more: of own figures first, then by common population."""
    found = _groups_of(sides, matrix, OWN)
    populations = {v.population for v in matrix.values() if v.kind == VerdictKind.RESTRICTED}
    for population in sorted(populations):
        found += _groups_of(sides, matrix, population)
    return found


def alone(sides: Sequence[Side], found: Sequence[Group]) -> list[Side]:
    """Sites whose own figure stands in no chart with another's."""
    placed = {side.slug for group in found if group.population == OWN for side in group.sides}
    return [side for side in sides if side.slug not in placed]


def _groups_of(sides: Sequence[Side], matrix: Matrix, population: str) -> list[Group]:
    groups_so_far: list[list[Side]] = []
    for side in sides:
        home = next(
            (
                members
                for members in groups_so_far
                if all(_may(matrix, side, other, population) for other in members)
            ),
            None,
        )
        if home is None:
            groups_so_far.append([side])
        else:
            home.append(side)
    return [_group(members, matrix, population) for members in groups_so_far if len(members) > 1]


def _may(matrix: Matrix, a: Side, b: Side, population: str) -> bool:
    verdict = matrix[frozenset((a.slug, b.slug))]
    if population == OWN:
        return verdict.kind in SIDE_BY_SIDE
    return verdict.kind == VerdictKind.RESTRICTED and verdict.population == population


def _group(members: Sequence[Side], matrix: Matrix, population: str) -> Group:
    order = list(VerdictKind)
    verdicts = [
        matrix[frozenset((a.slug, b.slug))]
        for place, a in enumerate(members)
        for b in members[place + 1 :]
    ]
    worst = max(verdicts, key=lambda verdict: order.index(verdict.kind))
    return Group(tuple(members), population, worst)
