"""Many threads change partners all the time: whose rows does each of them see?"""

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django_tenants.models import TenantMixin

from core.partners.context import partner_context
from core.partners.models import Partner
from pace.isolation.judge import MARK, OWN_ROWS, Sides


@dataclass
class Outcome:
    """What the threads saw between them."""

    uses: int = 0
    foreign_rows: int = 0
    failures: int = 0


def by_our_contexts(sides: Sides, uses: int, threads: int) -> Outcome:
    """`partner_context`, nested now and then, on many threads at once."""

    def use(choice: random.Random, outcome: Outcome, lock: threading.Lock) -> None:
        outer, inner = choice.sample([sides.attacker, sides.victim], 2)
        with partner_context(outer):
            if choice.random() < 0.5:
                with partner_context(inner):
                    _look(inner, sides, outcome, lock)
            _look(outer, sides, outcome, lock)

    return _on_threads(use, uses, threads)


def by_library_contexts(sides: Sides, uses: int, threads: int) -> Outcome:
    """The reference: django-tenants' own `with tenant:`, on the same threads."""

    def use(choice: random.Random, outcome: Outcome, lock: threading.Lock) -> None:
        outer, inner = choice.sample([sides.attacker, sides.victim], 2)
        TenantMixin.__enter__(outer)
        try:
            if choice.random() < 0.5:
                TenantMixin.__enter__(inner)
                _look(inner, sides, outcome, lock)
                TenantMixin.__exit__(inner, None, None, None)
            _look(outer, sides, outcome, lock)
        finally:
            TenantMixin.__exit__(outer, None, None, None)

    return _on_threads(use, uses, threads)


def _look(expected: Partner, sides: Sides, outcome: Outcome, lock: threading.Lock) -> None:
    with connection.cursor() as cursor:
        cursor.execute(OWN_ROWS + " LIMIT 1")
        (name,) = cursor.fetchone()
    foreign = (MARK in name) != (expected == sides.victim)
    with lock:
        outcome.uses += 1
        outcome.foreign_rows += foreign


def _on_threads(use: Callable, uses: int, threads: int) -> Outcome:
    outcome, lock = Outcome(), threading.Lock()

    def work(seed: int) -> None:
        choice = random.Random(seed)  # noqa: S311
        try:
            while outcome.uses < uses:
                try:
                    use(choice, outcome, lock)
                except Exception:
                    with lock:
                        outcome.failures += 1
                        outcome.uses += 1
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(seed,)) for seed in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    outcome.uses = min(outcome.uses, uses)
    return outcome
