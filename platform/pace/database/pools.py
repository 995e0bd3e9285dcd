"""One connection pool per (database, role).

A thread keeps the connection of the partner it served last; only a change of partner takes
another one from that partner's pool. The number of pools is bounded: the least recently
used is closed, because a server process that has touched every table of many partners
grows by megabytes.
"""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable

from psycopg_pool import ConnectionPool

MOST_POOLS = 48
LARGEST_POOL = 16
IDLE_SECONDS = 60
LIFETIME_SECONDS = 30 * 60
TIMEOUT_SECONDS = 10


class RolePools:
    """The pools of this process, by key; safe to use from many threads."""

    def __init__(self) -> None:
        self._pools: OrderedDict[tuple, ConnectionPool] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple, connect_arguments: Callable[[], dict], configure) -> ConnectionPool:
        """Return the open pool for `key`, made from `connect_arguments()` when new."""
        with self._lock:
            pool = self._pools.get(key)
            if pool is not None:
                self._pools.move_to_end(key)
                return pool
            pool = ConnectionPool(
                kwargs=connect_arguments() | {"autocommit": True},
                min_size=0,
                max_size=LARGEST_POOL,
                max_idle=IDLE_SECONDS,
                max_lifetime=LIFETIME_SECONDS,
                timeout=TIMEOUT_SECONDS,
                num_workers=1,
                configure=configure,
                open=False,
            )
            pool.open()
            self._pools[key] = pool
            surplus = self._take_surplus()
        for old in surplus:
            old.close(timeout=0)
        return pool

    def _take_surplus(self) -> list[ConnectionPool]:
        surplus = []
        while len(self._pools) > MOST_POOLS:
            surplus.append(self._pools.popitem(last=False)[1])
        return surplus

    def close_all(self, patience: float = 1) -> None:
        """Close every pool; connections in use are closed when they are given back.

        Waits at most `patience` seconds for each pool's own threads to end.
        """
        with self._lock:
            pools, self._pools = list(self._pools.values()), OrderedDict()
        for pool in pools:
            pool.close(timeout=patience)

    def forget_all(self) -> None:
        """After a fork: the parent's sockets are not ours to use or to close."""
        self._pools = OrderedDict()
        self._lock = threading.Lock()


POOLS = RolePools()
os.register_at_fork(after_in_child=POOLS.forget_all)
