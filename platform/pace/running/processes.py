"""Start the platform's processes together and end them together.

Each child asks the kernel to be ended when its parent dies, so not even `kill -9` on the
demo leaves one behind.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1


@dataclass
class Process:
    """A child process by its name for people."""

    name: str
    command: list[str]
    running: subprocess.Popen | None = field(default=None, init=False)


def die_with_parent() -> None:
    """Ask Linux to end this process when its parent ends; elsewhere do nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Processes:
    """A group of processes with one beginning and one end."""

    def __init__(self, processes: list[Process], environment: dict[str, str], folder) -> None:
        self.processes = processes
        self.environment = os.environ | environment
        self.folder = folder

    def start(self) -> None:
        """Start all; each in a group of its own, so that Ctrl-C reaches only us."""
        for process in self.processes:
            process.running = subprocess.Popen(
                process.command,
                env=self.environment,
                cwd=self.folder,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def wait(self) -> Process:
        """Return the first process that ended by itself."""
        while True:
            for process in self.processes:
                if process.running and process.running.poll() is not None:
                    return process
            time.sleep(0.3)

    def stop(self, patience: float = 8.0) -> None:
        """End all, politely first; returns when none of them, nor a child of theirs, is left."""
        for process in self._started():
            if process.running.poll() is None:
                process.running.terminate()
        self._all_gone_within(patience)
        for process in self._started():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.running.pid, signal.SIGKILL)
        self._all_gone_within(patience)

    def _all_gone_within(self, seconds: float) -> bool:
        return _within(seconds, lambda: all(p.running.poll() is not None for p in self._started()))

    def _started(self) -> list[Process]:
        return [process for process in self.processes if process.running]


def _within(seconds: float, condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return condition()
