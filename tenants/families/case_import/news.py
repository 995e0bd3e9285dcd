"""How far an import is, told while its transaction is still open.

What a transaction writes nobody sees before it ends, so the progress of a job is written on a
connection of its own, as the same role. It is only opened when the work takes long, and when it
fails the import goes on: progress is a courtesy.
"""

import time
from contextlib import suppress
from types import TracebackType
from typing import Self

import psycopg
from django.db import connection

from tenants.families.models import ImportJob

SECONDS_BETWEEN = 0.7
NOT_FOR_PSYCOPG = ("context", "cursor_factory", "prepare_threshold", "pool")


class ProgressNews:
    """A context manager that is called with shares from 0 to 1."""

    def __init__(self, job_id: int) -> None:
        self.job_id = job_id
        self.told_at = time.monotonic()
        self.line: psycopg.Connection | None = None
        table = connection.ops.quote_name(ImportJob._meta.db_table)
        self.statement = f"UPDATE {table} SET percent = %s WHERE id = %s"  # noqa: S608

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.line is not None:
            self.line.close()

    def __call__(self, share: float) -> None:
        now = time.monotonic()
        if now - self.told_at < SECONDS_BETWEEN:
            return
        self.told_at = now
        with suppress(psycopg.Error):
            self._open().execute(self.statement, [min(99, int(share * 100)), self.job_id])

    def _open(self) -> psycopg.Connection:
        if self.line is None or self.line.closed:
            parameters = connection.get_connection_params()
            for name in NOT_FOR_PSYCOPG:
                parameters.pop(name, None)
            self.line = psycopg.connect(**(parameters | {"autocommit": True}))
        return self.line
