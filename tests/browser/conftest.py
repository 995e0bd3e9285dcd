"""Chromium against the whole platform: a web server and a worker on a database of their own.

The database is cloned from the template and has three sites; each test file signs in as
whom it needs. `screen` is a page whose console errors and broken resources fail the test.
"""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

from core.accounts.models import User
from core.partners.context import owner_context, partner_context, programme_context
from core.partners.models import Partner
from tests import database
from tests.cast import PASSWORD

AXE = next((Path(__file__).parents[1] / "vendor").glob("axe-core-*")) / "axe.min.js"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}


def pytest_collection_modifyitems(items):
    """Everything in this folder drives a browser."""
    for item in items:
        if "browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


class Platform:
    """A running platform: where it is, and doors into its database."""

    def __init__(self, database_name: str, port: int) -> None:
        self.database = database_name
        self.port = port

    def address(self, slug: str = "", path: str = "/") -> str:
        """The address of a page of a site, of `programme`, or of the public site."""
        host = f"{slug}.localhost" if slug else "localhost"
        return f"http://{host}:{self.port}{path}"

    def person(self, slug: str, name: str, *roles, language: str = "en-gb") -> str:
        """Make an account; returns its address of mail."""
        email = f"{name.lower().replace(' ', '.')}@{slug}.example"
        with self.inside(slug):
            if not User.objects.filter(email=email).exists():
                person = User(email=email, name=name, roles=list(roles), language=language)
                person.set_password(PASSWORD)
                person.save()
        return email

    def inside(self, slug: str):
        """Act in a schema of the running platform's database."""
        if slug == "programme":
            return programme_context()
        with owner_context():
            partner = Partner.objects.get(slug=slug)
        return partner_context(partner)


@pytest.fixture(scope="module")
def platform(template_database, django_db_setup, django_db_blocker):
    """The platform, started for one test file."""
    name = f"pace_browser_{os.getpid()}"
    with django_db_blocker.unblock():
        database.clone(template_database, name)
        database.use(name)
        port = _free_port()
        servers = [_start(command, name) for command in _commands(port)]
        try:
            _wait_for(port)
            yield Platform(name, port)
        finally:
            for server in servers:
                os.killpg(server.pid, 9)
                server.wait()
            database.use(django_db_setup)
            database.drop(name)


@pytest.fixture
def open_screen(chromium, platform):
    """`open_screen(size=PHONE, javascript=False)` gives a fresh page; its errors fail the test."""
    contexts, troubles = [], []

    def open_screen(size=DESKTOP, javascript=True, locale="en-GB") -> Page:
        context = chromium.new_context(
            viewport=size,
            java_script_enabled=javascript,
            reduced_motion="reduce",
            locale=locale,
            color_scheme="light",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console",
            lambda message: troubles.append(message.text) if message.type == "error" else None,
        )
        return page

    yield open_screen
    for context in contexts:
        context.close()
    assert [t for t in troubles if "status of 4" not in t] == []


@pytest.fixture
def screen(open_screen):
    """A desktop page."""
    return open_screen()


def sign_in(page: Page, platform: Platform, slug: str, email: str) -> None:
    """Sign in through the form."""
    page.goto(platform.address(slug, "/accounts/sign-in/"))
    if page.locator("input[type=password]").count() == 0:
        page.goto(platform.address(slug, "/"))
    page.fill("input[type=email]", email)
    page.fill("input[type=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def axe_findings(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, one line each."""
    page.evaluate(AXE.read_text())
    result = page.evaluate(
        "axe.run({runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
    )
    return [
        f"{found['id']}: {node['html'][:160]}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _commands(port: int) -> list[list[str]]:
    python = [sys.executable, "-m"]
    web = [*python, "gunicorn", "pace.wsgi:application", "--bind", f"127.0.0.1:{port}"]
    web += ["--threads", "4", "--log-level", "error", "--no-control-socket"]
    worker = [*python, "celery", "--quiet", "-A", "pace.celery", "worker", "--concurrency", "1"]
    worker += ["--loglevel", "ERROR", "--without-gossip", "--without-mingle"]
    return [web, worker]


def _start(command: list[str], name: str) -> subprocess.Popen:
    paths = [str(settings.BASE_DIR), str(settings.BASE_DIR / "platform")]
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "pace.settings.test",
        "PACE_DATABASE_NAME": name,
        "PACE_IDLE_ROLE": "pace_router",
        "PYTHONPATH": os.pathsep.join(paths),
    }
    return subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR, start_new_session=True)


def _wait_for(port: int) -> None:
    for _try in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The web server did not start.")
