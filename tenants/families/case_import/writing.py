"""The second pass: everything that was judged good, in one transaction, by COPY.

Numbers come from each table's own sequence; the negative ones that stand for new objects are
replaced on the way. Each record gets its entry in the access log, as if it had been written down
on a screen; nobody gets a message.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from core.audit.enums import EntryKind
from core.audit.models import Entry
from tenants.families.case_import.book import Book, Change
from tenants.families.case_import.spool import BATCH
from tenants.families.case_import.targets import Target

Numbers = dict[str, Sequence[int]]
FAMILY = "families.family"
LOG_COLUMNS = (
    "at",
    "actor_id",
    "actor",
    "kind",
    "action",
    "object_type",
    "object_id",
    "family_id",
    "summary",
    "reason",
    "details",
)


class Writer:
    """Writes what a book holds. `source` is what the access log gives as the reason."""

    def __init__(self, book: Book, *, source: str, progress: Callable[[float], None]) -> None:
        self.book = book
        self.source = source
        self.progress = progress
        self.numbers: Numbers = {}
        self.now: datetime = timezone.now()
        self.total = max(1, sum(spool.count for _target, spool in book.making.values()))
        self.written = 0

    def write(self, order: Sequence[Target]) -> None:
        """Fill the tables in `order`, then the changes. Call it inside a transaction."""
        assert connection.in_atomic_block
        for target in order:
            if target.name in self.book.making:
                self._fill(target)
        for target, changes in self.book.changes.values():
            for batch in _in_batches(iter(changes)):
                self._change(target, batch)

    # -- new rows ------------------------------------------------------------------------

    def _fill(self, target: Target) -> None:
        spool = self.book.making[target.name][1]
        numbers = self.numbers[target.name] = _take_numbers(target, spool.count)
        late = [iter(take(self.book, spool.count)) for take in target.late.values()]
        position = 0
        for batch in spool.batches():
            own = numbers[position : position + len(batch)]
            families = self._copy(target, own, batch, late)
            if target.action:
                self._log(target.action, target.name, own, families)
            position += len(batch)
            self.written += len(batch)
            self.progress(self.written / self.total)

    def _copy(
        self, target: Target, own: Sequence[int], batch: list[Any], late: list[Iterator[Any]]
    ) -> list[int]:
        """COPY one batch; returns the family that each row belongs to."""
        stamps = [self.now for _column in target.stamped_columns]
        families = []
        with _copy_into(target.model._meta.db_table, target.table_columns()) as write_row:
            for number, (family, values) in zip(own, batch, strict=True):
                row = list(values)
                for position, table in target.links:
                    row[position] = self._real(table, row[position])
                write_row((number, *row, *(next(values) for values in late), *stamps))
                families.append(self._real(FAMILY, family))
        return families

    def _real(self, table: str, number: int | None) -> int | None:
        return number if number is None or number > 0 else self.numbers[table][-number - 1]

    # -- known rows that change ----------------------------------------------------------

    def _change(self, target: Target, changes: list[Change]) -> None:
        columns = list(changes[0].values)
        assignments = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in columns)
        table = connection.ops.quote_name(target.model._meta.db_table)
        statement = f"UPDATE {table} SET {assignments} WHERE id = %s"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.executemany(
                statement,
                [(*(change.values[name] for name in columns), change.pk) for change in changes],
            )
        if changes[0].action:
            self._log(
                changes[0].action,
                target.name,
                [change.pk for change in changes],
                [change.family for change in changes],
            )

    # -- the access log ------------------------------------------------------------------

    def _log(
        self, action: str, name: str, numbers: Sequence[int], families: Sequence[int | None]
    ) -> None:
        by = self.book.by
        who = (by.pk, str(by), EntryKind.WRITE.value, action, name)
        with _copy_into(Entry._meta.db_table, LOG_COLUMNS) as write_row:
            for number, family in zip(numbers, families, strict=True):
                write_row((self.now, *who, str(number), family, "", self.source, "{}"))


class _copy_into:  # noqa: N801 – reads as a statement where it is used
    """`with _copy_into(table, columns) as write_row:` one COPY, one call for each row."""

    def __init__(self, table: str, columns: Sequence[str]) -> None:
        quote = connection.ops.quote_name
        names = ", ".join(quote(name) for name in columns)
        self.statement = f"COPY {quote(table)} ({names}) FROM STDIN"

    def __enter__(self) -> Callable[[Sequence[Any]], None]:
        self.cursor = connection.cursor()
        self.copy = self.cursor.cursor.copy(self.statement)
        return self.copy.__enter__().write_row

    def __exit__(self, *error: Any) -> None:
        try:
            self.copy.__exit__(*error)
        finally:
            self.cursor.close()


def _take_numbers(target: Target, count: int) -> list[int]:
    table = connection.ops.quote_name(target.model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [table, target.model._meta.pk.column, count],
        )
        return [number for (number,) in cursor.fetchall()]


def _in_batches(items: Iterator[Change]) -> Iterator[list[Change]]:
    while batch := list(islice(items, BATCH)):
        yield batch


def in_one_transaction(writer: Writer, order: Sequence[Target]) -> None:
    """Write everything or nothing."""
    with transaction.atomic():
        writer.write(order)
