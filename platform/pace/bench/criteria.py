"""The criteria engine against plain enumeration: is it right, would we notice, is it quick?

Enumeration lists every person that two groups could tell apart. It is the reference for what is
right and for what comparing costs without the engine.
"""

from collections.abc import Callable, Iterator
from time import perf_counter

from core.sites.criteria import Criteria, compare
from core.sites.criteria.proof.checks import ABOUT_TWO_GROUPS, disagreements
from core.sites.criteria.proof.enumeration import Written, relation_by_enumeration
from core.sites.criteria.proof.examples import REALISTIC_PAIRS
from core.sites.criteria.proof.invention import trials
from core.sites.criteria.proof.mutants import survivors
from pace.bench.database import benchmark_database
from pace.bench.figure import Figure


def run(quick: bool) -> Iterator[Figure]:
    """Wrong answers, seeded defects that nobody notices, and microseconds per pair."""
    with benchmark_database():
        yield from _right_and_noticed(quick)
    yield _cost("pair-microseconds", [(t.a, t.b) for t in trials(300)], repeat=3)
    yield _cost("realistic-pair-microseconds", REALISTIC_PAIRS, repeat=200)


def _right_and_noticed(quick: bool) -> Iterator[Figure]:
    invented = list(trials(2_000 if quick else 10_000))
    every_promise = invented[:: 20 if quick else 5]
    wrong = [*disagreements(invented, ABOUT_TWO_GROUPS), *disagreements(every_promise)]
    yield Figure.beside("disagreements", len(wrong), f"in {len(invented)} pairs", 0)
    unnoticed = survivors(invented[:150])
    yield Figure.beside("mutants-survived", len(unnoticed), "defects", 0)


def _cost(name: str, pairs: list[tuple[Written, Written]], *, repeat: int) -> Figure:
    """Microseconds to compare a pair, beside what listing everyone takes for the same pairs."""
    read = [(Criteria.model_validate(a), Criteria.model_validate(b)) for a, b in pairs]
    engine = _seconds(lambda: [compare(a, b) for _ in range(repeat) for a, b in read]) / repeat
    listing = _seconds(lambda: [relation_by_enumeration(a, b) for a, b in pairs])
    each = 1e6 / len(pairs)
    return Figure.beside(name, engine * each, "µs", listing * each)


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
