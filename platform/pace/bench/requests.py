"""A list of 50 families through the whole tenant stack, beside the same page on plain Django.

Two real web servers, one thread each, on one database with 500 families; requests go to
both in turn over kept-alive connections, so that whatever the machine does meets both.
"""

import http.client
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from core.accounts.enums import Role
from core.accounts.models import User
from core.partners.context import owner_context, partner_context
from core.partners.models import Partner
from pace.bench.database import benchmark_database
from pace.bench.figure import Figure
from tenants.families.models import Family, Guardian

FAMILIES = 500
HOST = "mechelen.localhost"
PAGES = {"tenant-page": "/families/", "tenant-api": "/api/v1/families/?limit=50"}


class Server:
    """One web server process and a kept-alive connection to it."""

    def __init__(self, port: int, settings_module: str, cookie: str) -> None:
        self.port = port
        self.headers = {"Host": HOST, "Cookie": cookie, "Accept-Language": "en-gb"}
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": settings_module,
            "PACE_STATE": str(settings.PACE_CLUSTER.root.parent),
            "PACE_DATABASE_NAME": settings.DATABASES["default"]["NAME"],
            "PYTHONPATH": f"{settings.BASE_DIR}{os.pathsep}{settings.BASE_DIR / 'platform'}",
        }
        command = [sys.executable, "-m", "gunicorn", "pace.wsgi:application", "--no-control-socket"]
        command += ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "1"]
        command += ["--keep-alive", "60", "--log-level", "error"]
        self.running = subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR)
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def wait(self) -> None:
        """Return once the server listens."""
        for _try in range(200):
            try:
                self.connection.connect()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError(f"The server on port {self.port} did not start.")

    def milliseconds(self, path: str) -> float:
        """Time one request until its last byte; anything but a full answer is an error."""
        began = time.perf_counter()
        self.connection.request("GET", path, headers=self.headers)
        response = self.connection.getresponse()
        body = response.read()
        took = (time.perf_counter() - began) * 1000
        if response.status != 200 or b"Familie-49" not in body:
            raise RuntimeError(f"{path} answered {response.status} without the families.")
        return took

    def stop(self) -> None:
        """End the process."""
        self.connection.close()
        self.running.terminate()
        self.running.wait()


def run(quick: bool) -> Iterator[Figure]:
    """Yield one figure per page; `quick` sends fewer requests."""
    rounds = 100 if quick else 1000
    with benchmark_database():
        cookie = _prepare()
        with _servers(cookie) as (ours, plain):
            for name, path in PAGES.items():
                yield _compare(name, path, ours, plain, rounds)


def _compare(name: str, path: str, ours: Server, plain: Server, rounds: int) -> Figure:
    for _turn in range(30):
        ours.milliseconds(path)
        plain.milliseconds(path)
    pairs = [(ours.milliseconds(path), plain.milliseconds(path)) for _turn in range(rounds)]
    mine, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Figure.beside(name, mine, "ms", theirs)


@contextmanager
def _servers(cookie: str) -> Iterator[tuple[Server, Server]]:
    ours = Server(18411, "pace.settings.local", cookie)
    plain = Server(18412, "pace.bench.plain_settings", cookie)
    try:
        ours.wait()
        plain.wait()
        yield ours, plain
    finally:
        ours.stop()
        plain.stop()


def _prepare() -> str:
    with owner_context():
        partner = Partner.objects.get(slug="mechelen")
    with partner_context(partner):
        families = Family.objects.bulk_create(
            Family(reference=f"F-2020-{n:04d}", name=f"Familie-{n}", sort_key=f"{n:04d}")
            for n in range(1, FAMILIES + 1)
        )
        Guardian.objects.bulk_create(
            Guardian(family=family, first_name="Ouder", last_name=family.name, sort_key="x")
            for family in families
        )
        user = User(email="coach@site.example", name="Coach", roles=[Role.COORDINATOR])
        user.set_unusable_password()
        user.save()
        return f"{settings.SESSION_COOKIE_NAME}={_session_of(user)}"


def _session_of(user: User) -> str:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key
