"""Rows on their way from the file to the database, kept on disk and not in memory.

A file's rows may come in any order, but a child can only be written after its family. So the
rows of each kind wait in an unnamed temporary file, which only this process can open and which
is gone when the process is.
"""

import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

BATCH = 2_000


class Spool:
    """A row of things to come back to in the same order, a batch at a time."""

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="pace-import-")  # noqa: SIM115 – closed by `close`
        self._waiting: list[Any] = []
        self.count = 0

    def append(self, item: Any) -> None:
        self._waiting.append(item)
        self.count += 1
        if len(self._waiting) == BATCH:
            self._put_down()

    def _put_down(self) -> None:
        pickle.dump(self._waiting, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._waiting = []

    def batches(self) -> Iterator[list[Any]]:
        """Everything, from the first, in lists of at most `BATCH`."""
        if self._waiting:
            self._put_down()
        self._file.seek(0)
        left = self.count
        while left > 0:
            # Written by this very process into a file that has no name: nobody else can
            # have changed it.
            batch = pickle.load(self._file)  # noqa: S301
            left -= len(batch)
            yield batch

    def close(self) -> None:
        self._file.close()
