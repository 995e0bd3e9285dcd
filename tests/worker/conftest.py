"""A real Celery worker on the real queue, in a database of its own."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from kombu import pools

from pace.celery import app
from pace.settings.database import queue_url


class Worker:
    """One worker process; `kill` ends it the hard way."""

    def __init__(self, database: str) -> None:
        self.database = database
        self.log = settings.PACE_STATE / f"worker-{os.getpid()}.log"
        self.running: subprocess.Popen | None = None

    def start(self) -> None:
        """Start the process."""
        paths = [str(settings.BASE_DIR), str(settings.BASE_DIR / "platform")]
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "pace.settings.test",
            "PACE_DATABASE_NAME": self.database,
            "PYTHONPATH": os.pathsep.join(paths),
        }
        command = [sys.executable, "-m", "celery", "-A", "pace.celery", "worker"]
        command += ["--concurrency", "1", "--loglevel", "INFO", "--without-gossip"]
        command += ["--without-mingle", "--without-heartbeat"]
        with self.log.open("a") as log:
            self.running = subprocess.Popen(
                command,
                env=environment,
                cwd=settings.BASE_DIR,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self) -> None:
        """End the worker and its children at once, as a power cut would."""
        if self.running is not None:
            os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None

    def text(self) -> str:
        """What the worker has said."""
        return self.log.read_text() if self.log.exists() else ""


@pytest.fixture
def worker(own_database, celery_queue):
    """A worker that is running; it is killed at the end."""
    worker = Worker(settings.DATABASES["default"]["NAME"])
    worker.start()
    yield worker
    worker.kill()
    worker.log.unlink(missing_ok=True)


@pytest.fixture
def celery_queue(own_database):
    """The queue of the test's own database; sending from the test goes there too."""
    url, options = queue_url(settings.PACE_CLUSTER, settings.DATABASES["default"]["NAME"])
    before = (app.conf.broker_url, app.conf.broker_transport_options)
    _use_broker(url, options)
    yield
    _use_broker(*before)


def _use_broker(url: str, options: dict) -> None:
    app.conf.broker_url, app.conf.broker_transport_options = url, options
    pools.reset()
    app._after_fork()  # forgets the connections made so far


def wait_until(condition, seconds: float = 40.0) -> bool:
    """Poll until `condition()` holds; False when it does not within the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False
