"""The embedded server lives exactly as long as somebody uses it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from pace.embedded.cluster import Cluster

USER = """
import sys, time
from pathlib import Path
from pace.embedded.cluster import Cluster
Cluster(Path(sys.argv[1]), throwaway=True).ensure_running()
print("ready", flush=True)
time.sleep(60)
"""


@pytest.fixture
def root():
    """A short-lived place that the server's account can reach."""
    folder = Path(tempfile.mkdtemp(prefix="pace-cluster-"))
    folder.chmod(0o755)
    yield folder / "postgresql"
    wait_until_stopped(folder / "postgresql")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def start_user(root):
    """Start another process that uses the cluster; returns once it does."""
    started = []

    def start():
        paths = os.pathsep.join([str(settings.BASE_DIR / "platform")])
        process = subprocess.Popen(
            [sys.executable, "-c", USER, str(root)],
            env=os.environ | {"PYTHONPATH": paths},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout.readline() == "ready\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def answers(root):
    try:
        socket = str(Cluster(root).socket_directory)
        psycopg.connect(host=socket, dbname="postgres", user="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def wait_until_stopped(root, seconds=15):
    end = time.monotonic() + seconds
    while answers(root) and time.monotonic() < end:
        time.sleep(0.1)
    return not answers(root)


def test_it_stops_when_its_only_user_is_killed(root, start_user):
    user = start_user()
    assert answers(root)
    user.send_signal(signal.SIGKILL)
    user.wait()
    assert wait_until_stopped(root)


def test_it_stays_while_somebody_else_uses_it(root, start_user):
    first, second = start_user(), start_user()
    first.kill()
    first.wait()
    time.sleep(0.5)
    assert answers(root)
    second.kill()
    second.wait()
    assert wait_until_stopped(root)


def test_it_keeps_what_was_written(root, start_user):
    user = start_user()
    cluster = Cluster(root, throwaway=True)
    cluster.ensure_running()
    cluster.run_sql("CREATE TABLE kept (id int); INSERT INTO kept VALUES (38)")
    cluster.release()
    user.kill()
    user.wait()
    assert wait_until_stopped(root)
    start_user()
    with psycopg.connect(
        host=str(cluster.socket_directory), dbname="postgres", user="postgres"
    ) as connection:
        assert connection.execute("SELECT id FROM kept").fetchone() == (38,)


def test_it_listens_on_no_network_address(root, start_user):
    start_user()
    with psycopg.connect(
        host=str(Cluster(root).socket_directory), dbname="postgres", user="postgres"
    ) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_long_path_gets_a_short_place_for_its_socket():
    long = Cluster(Path("/tmp") / ("x" * 100))
    assert len(str(long.socket_directory)) < 90
