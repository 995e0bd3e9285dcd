"""The import of existing cases beside a bare COPY of the same rows, with its peak memory.

The file is one that a site might hand in: families with their way in, and mostly what happens
every day, attendances and contacts. The reference takes the very rows that the import wrote and
copies them into the same tables, emptied, with their indexes and constraints: no reading, no
checks, no access log. What is between the two is what the import's promises cost.
"""

import csv
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, sleep
from typing import BinaryIO

from django.db import connection, transaction

from core.accounts.models import User
from core.partners.context import partner_context
from core.partners.models import Partner
from pace.bench.database import benchmark_database
from pace.bench.figure import Figure
from pace.demo_data.loading import make_accounts
from tenants.families.case_import.columns import CODES
from tenants.families.case_import.kinds import kinds
from tenants.families.case_import.service import import_cases
from tenants.families.case_import.targets import Target

EVENTS, QUICK_EVENTS = 50_000, 8_000
EVENTS_OF_A_FAMILY = 100
CONTACTS_OF_A_FAMILY = 60
FIRST_DAY = date(2018, 1, 1)
MEGABYTE = 1024 * 1024


def run(quick: bool) -> Iterator[Figure]:
    """Events a second beside those of a bare COPY, and how far memory grew at its highest."""
    events = QUICK_EVENTS if quick else EVENTS
    with benchmark_database(), tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        count = write_file(file, events)
        with partner_context(Partner.objects.get(slug="mechelen")):
            make_accounts("mechelen")
            by = User.objects.with_role("coordinator").get()
            with Path(file.name).open("rb") as source:
                seconds, peak = _import(source, by)
            bare = _copy_again()
    yield Figure.beside("events-per-second", count / seconds, "events/s", count / bare)
    yield Figure("peak-memory", round(peak / MEGABYTE, 1), f"MB for {count} events")


# -- the file ----------------------------------------------------------------------------


def write_file(file, events: int) -> int:
    """Write a file with about `events` events; returns how many rows follow the people."""
    writer = csv.DictWriter(file, CODES)
    writer.writeheader()
    count = 0
    for number in range(events // EVENTS_OF_A_FAMILY):
        for row in _family(number):
            writer.writerow(row)
            count += row["record"] not in ("family", "parent", "child")
    file.flush()
    return count


def _family(number: int) -> Iterator[dict]:
    """One family: nearly three years in guidance, with a child in the childcare."""
    begins = FIRST_DAY + timedelta(days=number * 3 % 700)
    family, parent, child = f"B{number}", f"B{number}-P", f"B{number}-C"
    yield {"record": "family", "reference": family, "last_name": f"Bench {number}"}
    person = {"family": family, "first_name": "An"}
    yield person | {"record": "parent", "reference": parent, "birth_date": "1990-05-05"}
    yield person | {"record": "child", "reference": child, "birth_date": begins}
    about = {"person": parent, "on": begins}
    yield about | {"record": "referral", "reference": f"{family}-R", "kind": "self"}
    yield about | {
        "record": "intake",
        "residence_lau": "BE-12025",
        "childcare_is_barrier": "yes",
        "willing_to_join": "yes",
    }
    yield about | {"record": "decision", "outcome": "eligible"}
    yield about | {"record": "guidance", "reference": f"{family}-T"}
    yield from _events(number, family, begins)


def _events(number: int, family: str, begins: date) -> Iterator[dict]:
    """What happens every day: talks, and day-parts of childcare."""
    for step in range(1, CONTACTS_OF_A_FAMILY + 1):
        on = begins + timedelta(days=step * 16)
        yield {
            "record": "contact",
            "reference": f"{family}-K{step}",
            "person": f"{family}-P",
            "on": on,
            "kind": "phone",
            "text": "A short note of a talk on the telephone.",
        }
    for step, (day, part) in enumerate(_day_parts(number, begins), 1):
        yield {
            "record": "attendance",
            "reference": f"{family}-A{step}",
            "person": f"{family}-C",
            "on": day,
            "kind": part,
        }


def _day_parts(number: int, begins: date) -> list[tuple[date, str]]:
    """Every 36th day-part of 1,000 days, each family beginning at another: 14 of 15 places."""
    days = (begins + timedelta(days=step) for step in range(1_000))
    every = [
        (day, part)
        for day in days
        if day.weekday() < 5
        for part in ("morning", "afternoon")
        if (day.weekday(), part) != (2, "afternoon")
    ]
    # Counted from a fixed day, so that families that begin on different days do not meet.
    place = {slot: slot[0].toordinal() * 2 + (slot[1] == "morning") for slot in every}
    return [slot for slot in every if place[slot] % 36 == number % 36]


# -- measuring ---------------------------------------------------------------------------


def _import(source: BinaryIO, by: User) -> tuple[float, float]:
    """Seconds and the growth of memory in bytes at its highest."""
    with _peak_of_memory() as peak:
        started = perf_counter()
        outcome = import_cases(file=source, name="bench.csv", by=by)
        seconds = perf_counter() - started
    if not outcome.written:
        raise RuntimeError(f"The benchmark's file was refused: {outcome.problems[:3]}")
    return seconds, peak[0]


@contextmanager
def _peak_of_memory() -> Iterator[list[float]]:
    """Watches how far this process grows, 200 times a second."""
    begin, peak, over = _resident(), [0.0], threading.Event()

    def watch() -> None:
        while not over.is_set():
            peak[0] = max(peak[0], _resident() - begin)
            sleep(0.005)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        over.set()
        watcher.join()


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return float(pages * 4096)


def _copy_again() -> float:
    """Seconds to COPY the rows that the import has written into the same tables, emptied."""
    targets = [target for kind in kinds.in_order() for target in kind.targets]
    with tempfile.TemporaryDirectory() as folder, transaction.atomic():
        files = [(target, _copy_out(target, Path(folder))) for target in targets]
        with connection.cursor() as cursor:
            for target in reversed(targets):
                cursor.execute(f"DELETE FROM {target.model._meta.db_table}")
        connection.check_constraints()
        started = perf_counter()
        for target, path in files:
            _copy_in(target, path)
        connection.check_constraints()
        return perf_counter() - started


def _copy_out(target: Target, folder: Path) -> Path:
    path = folder / target.name
    statement = f"COPY {_table_and_columns(target)} TO STDOUT"
    with (
        connection.cursor() as cursor,
        path.open("wb") as file,
        cursor.cursor.copy(statement) as copy,
    ):
        for part in copy:
            file.write(part)
    return path


def _copy_in(target: Target, path: Path) -> None:
    statement = f"COPY {_table_and_columns(target)} FROM STDIN"
    with (
        connection.cursor() as cursor,
        path.open("rb") as file,
        cursor.cursor.copy(statement) as copy,
    ):
        while part := file.read(MEGABYTE):
            copy.write(part)


def _table_and_columns(target: Target) -> str:
    columns = ", ".join(f'"{name}"' for name in target.table_columns())
    return f"{target.model._meta.db_table} ({columns})"
