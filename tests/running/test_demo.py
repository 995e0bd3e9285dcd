"""The demo as a newcomer meets it: it answers, starts again quickly, leaves nothing."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def state():
    """A place for the demo's files that the database server's account can reach."""
    folder = Path(tempfile.mkdtemp(prefix="pace-demo-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


class Demo:
    """A running `manage.py demo`; what it printed, and a way to ask its pages."""

    def __init__(self, state):
        self.state = state
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = os.environ | {"PACE_STATE": str(state)}
        for name in ("DJANGO_SETTINGS_MODULE", "PACE_DATABASE_NAME"):
            environment.pop(name, None)
        self.running = subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(self.port)],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said = ""
        for line in self.running.stdout:
            self.said += line
            if line.startswith("Stop with Ctrl-C"):
                break

    def status(self, host, path="/"):
        web = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        web.request("GET", path, headers={"Host": host})
        status = web.getresponse().status
        web.close()
        return status

    def stop(self):
        self.running.send_signal(signal.SIGINT)
        self.running.stdout.read()
        return self.running.wait(timeout=30)


def processes_of(state):
    """Processes whose environment names the demo's folder, ours excepted."""
    mark, found = f"PACE_STATE={state}".encode(), []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int(folder.name) != os.getpid() and mark in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def none_left(state, seconds=20):
    end = time.monotonic() + seconds
    while processes_of(state) and time.monotonic() < end:
        time.sleep(0.2)
    return processes_of(state) == []


@pytest.fixture(scope="module")
def first(state):
    """The first start on an empty folder."""
    demo = Demo(state)
    yield demo
    if demo.running.poll() is None:
        demo.stop()


def test_it_says_where_to_go_and_as_whom(first):
    assert f"http://mechelen.localhost:{first.port}/" in first.said
    assert "@mechelen.example" in first.said
    assert "family_coach" in first.said


@pytest.mark.parametrize("site", ["mechelen", "gent", "den-haag", "wattrelos", "kent", "programme"])
def test_it_answers_on_every_kind_of_host(first, site):
    assert first.status(f"{site}.localhost", "/sign-in/") == 200
    assert first.status("localhost", f"/t/{site}/sign-in/") == 200


def test_it_answers_on_the_public_host(first):
    assert first.status("localhost") == 200
    assert first.status("nobody.localhost") == 404


def test_ctrl_c_leaves_no_process_and_the_second_start_prepares_nothing(first, state):
    assert first.stop() == 0
    assert none_left(state), processes_of(state)
    second = Demo(state)
    assert "Preparing" not in second.said
    assert "filling" not in second.said
    assert second.status("mechelen.localhost", "/sign-in/") == 200
    second.running.kill()
    second.running.wait()
    second.running.stdout.close()
    assert none_left(state), processes_of(state)
