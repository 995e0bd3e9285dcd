"""How a site's figures hang together: what a reader of them could work out.

Who was taken into a trajectory is ended or running; who is at work is among those taken in,
where the site's practice says so; a common population is part of the site's own people. The
gate has to know, because a count that is hidden in one figure may be had from two others. A
relation that does not hold of the counts (other units, other kinds) is left out: nobody can
use it.
"""

from collections.abc import Iterable, Iterator, Mapping

from core.disclosure.table import Figure, IncoherentTable, Key, Nested, Sum, Table
from core.indicators.enums import OWN
from core.sites.enums import Indicator, Kind, Population
from tenants.reporting.figures import CountedFigure

SINCE_THE_BEGINNING = (Kind.CUMULATIVE, Kind.STOCK)

#: The first is the sum of the others.
ADD_UP = (Indicator.IN_TRAJECTORY, Indicator.ENDED, Indicator.RUNNING)

#: What everybody in the second figure was in the first, by definition. The rest (referred and
#: not started; found work and no longer at work) is no group that we keep secret.
FOLLOWS_ON = (
    (Indicator.REFERRED, Indicator.IN_TRAJECTORY),
    (Indicator.FOUND_WORK, Indicator.AT_WORK),
)


def sums(counted: Iterable[CountedFigure]) -> Iterator[Sum]:
    """In trajectory = ended + running, for each population in which all three are counted."""
    for population, found in _by_population(counted).items():
        three = [found[code] for code in ADD_UP if code in found]
        if len(three) == 3 and _alike(*three):
            whole, *parts = (Figure(str(code), population) for code in ADD_UP)
            yield Sum(whole, tuple(parts))


def nested(counted: Iterable[CountedFigure], practice: Mapping) -> Iterator[Nested]:
    """Figures within figures, and common populations within the site's own people."""
    for population, found in _by_population(counted).items():
        pairs = [(*pair, False) for pair in FOLLOWS_ON]
        pairs += [(*pair, True) for pair in _among_those_taken_in(practice)]
        for whole, part, rest in pairs:
            if whole in found and part in found and _alike(found[whole], found[part]):
                yield Nested(Figure(str(part), population), Figure(str(whole), population), rest)
        if population != OWN:
            for code in found:
                yield Nested(Figure(str(code), population), Figure(str(code)))


def _among_those_taken_in(practice: Mapping) -> list[tuple[str, str]]:
    return [
        (Indicator.IN_TRAJECTORY, code)
        for code, kept in practice.items()
        if kept.population == Population.IN_TRAJECTORY and code not in ADD_UP
    ]


def that_hold(cells: Mapping[Key, int], relations: Iterable[Sum | Nested]) -> list:
    """Of some relations, those that the counts agree with, cell by cell."""
    return [relation for relation in relations if _holds(cells, relation)]


def _holds(cells: Mapping[Key, int], relation: Sum | Nested) -> bool:
    kept = {"sums": (relation,)} if isinstance(relation, Sum) else {"nested": (relation,)}
    try:
        Table(cells, **kept)
    except IncoherentTable:
        return False
    return True


def _by_population(counted: Iterable[CountedFigure]) -> dict[str, dict[str, CountedFigure]]:
    found: dict[str, dict[str, CountedFigure]] = {}
    for figure in counted:
        found.setdefault(figure.population, {})[figure.code] = figure
    return found


def _alike(*figures: CountedFigure) -> bool:
    """Counted in the same unit, and none of them over the period alone."""
    return len({figure.unit for figure in figures}) == 1 and all(
        figure.kind in SINCE_THE_BEGINNING for figure in figures
    )
