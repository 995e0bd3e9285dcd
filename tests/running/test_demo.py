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
        self.running.communicate(timeout=60)
        return self.running.returncode


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
def started(state):
    """The demos of this file, the running one last; tests come in any order."""
    demos = []
    yield demos
    for demo in demos:
        if demo.running.poll() is None:
            demo.stop()


@pytest.fixture
def demo(state, started):
    """A running demo; the first one of the file starts on an empty folder."""
    if not started or started[-1].running.poll() is not None:
        started.append(Demo(state))
    return started[-1]


def test_it_says_where_to_go_and_as_whom(demo):
    assert f"http://mechelen.localhost:{demo.port}/" in demo.said
    assert "@mechelen.example" in demo.said
    assert "family_coach" in demo.said


@pytest.mark.parametrize("site", ["mechelen", "gent", "den-haag", "wattrelos", "kent", "programme"])
def test_it_answers_on_every_kind_of_host(demo, site):
    assert demo.status(f"{site}.localhost", "/sign-in/") == 200
    assert demo.status("localhost", f"/t/{site}/sign-in/") == 200


def test_it_answers_on_the_public_host(demo):
    assert demo.status("localhost") == 200
    assert demo.status("nobody.localhost") == 404


def test_ctrl_c_leaves_no_process_and_the_second_start_prepares_nothing(demo, state):
    assert demo.stop() == 0
    assert none_left(state), processes_of(state)
    second = Demo(state)
    assert "Preparing" not in second.said
    assert "filling" not in second.said
    assert second.status("mechelen.localhost", "/sign-in/") == 200
    second.running.kill()
    second.running.wait()
    second.running.stdout.close()
    assert none_left(state), processes_of(state)
