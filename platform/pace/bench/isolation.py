"""Isolation, measured: harm done by the battery, foreign rows on threads, a bad neighbour's cost.

`hostile-harm` beside the same battery on a single-role set-up; `interleaved-foreign-rows`
beside django-tenants' own context manager; `neighbour-load`: how long a partner's request
takes while another runs heavy statements, beside the same request alone.
"""

import statistics
import threading
import time
from collections.abc import Iterator

from django.db import connection

from pace.bench.database import benchmark_database, fresh_copy
from pace.bench.figure import Figure
from pace.isolation.battery import BATTERY, LOADS
from pace.isolation.interleaving import by_library_contexts, by_our_contexts
from pace.isolation.judge import OWN_ROWS, Sides, plant_marks, run_battery, send, two_partners

THREADS = 8


def run(quick: bool) -> Iterator[Figure]:
    """Yield the figures; `quick` looks at fewer interleaved uses and requests."""
    with benchmark_database(durable=False):
        harm = _harm(two_partners())
        control = _harm(two_partners(single_role=True))
        yield Figure.beside("hostile-harm", harm, f"of {len(BATTERY)} attacks", control)
        sides = two_partners()
        plant_marks(sides)
        uses = 2_000 if quick else 10_000
        ours = by_our_contexts(sides, uses, THREADS)
        theirs = by_library_contexts(sides, uses, THREADS)
        yield Figure.beside(
            "interleaved-foreign-rows",
            ours.foreign_rows + ours.failures,
            f"of {uses} uses",
            theirs.foreign_rows,
        )
        yield _neighbour(sides, 40 if quick else 150)


def _harm(sides: Sides) -> int:
    harmful = 0
    for verdict in run_battery(sides):
        if verdict.harm:
            harmful += 1
            fresh_copy()
    return harmful


def _neighbour(sides: Sides, requests: int) -> Figure:
    alone = _median_milliseconds(sides, requests)
    stop = threading.Event()

    def work(statement: str) -> None:
        try:
            while not stop.is_set():
                send(sides.attacker, statement)
        finally:
            connection.close()

    neighbours = [threading.Thread(target=work, args=(text,)) for text in LOADS]
    for neighbour in neighbours:
        neighbour.start()
    beside = _median_milliseconds(sides, requests)
    stop.set()
    for neighbour in neighbours:
        neighbour.join()
    return Figure.beside("neighbour-load", beside, "ms per request", alone)


def _median_milliseconds(sides: Sides, requests: int) -> float:
    times = []
    for _turn in range(requests):
        began = time.perf_counter()
        send(sides.victim, OWN_ROWS)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000
