"""`manage.py screenshots`: the main pages of each role, in four languages, wide and narrow.

For the designer's eye: run it after a change and look. The pictures go to `screenshots/`,
which git ignores; `--readme` renews the few that the README shows.
"""

import os
import socket
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from playwright.sync_api import Browser, Page, sync_playwright

from pace import demo_data
from pace.running.chromium import ensure_chromium, launch_arguments
from pace.running.preparation import prepare
from pace.running.processes import Process, Processes

FULLEST = "the family in guidance with whom most kinds of things happened"
FOLLOW = {
    "contact": "main a[href$='/contact/']",
    "period": "main a[href*='/figures/periods/2']",
    "approved": "main a[href*='/figures/approved/']",
}
"""The link to follow on the page, where a page's address differs from demo to demo."""
PAGES = {
    ("mechelen", "family_coach"): {
        "today": "/",
        "families": "/families/",
        "register": "/families/register/",
        "file": FULLEST,
        "contact": FULLEST,
        "guidance": "/guidance/",
        "learning": "/learning/",
        "profile": "/accounts/profile/",
    },
    ("mechelen", "childcare_worker"): {
        "care": "/childcare/",
        "care-open": "/childcare/?on=2026-11-20",
        "refused": "/families/",
    },
    ("mechelen", "coordinator"): {
        "figures": "/figures/?end=2020-02-29",
        "periods": "/figures/periods/",
        "period": "/figures/periods/",
        "approved": "/figures/periods/",
        "import": "/families/import/",
        "settings": "/settings/",
        "target-groups": "/settings/target-groups/",
        "log": "/accounts/log/",
    },
    ("mechelen", "site_administrator"): {
        "people": "/accounts/people/",
        "invite": "/accounts/people/invite/",
        "practice": "/settings/figures/",
        "rules": "/settings/rules/",
    },
    ("mechelen", ""): {
        "sign-in": "/sign-in/",
        "forgotten": "/password/forgotten/",
        "nowhere": "/no-such-page/",
    },
    ("programme", "lead_partner"): {
        "overview": "/",
        "compare": "/compare/?indicator=referred&period=2017-01-01_2020-02-29",
        "pair": "/compare/mechelen/gent/?indicator=referred&period=2017-01-01_2020-02-29",
    },
    ("", ""): {"public": "/"},
}
WIDTHS = {"phone": 390, "desktop": 1440}
README = {
    ("mechelen", "figures", "desktop", "en-gb"): "figures.png",
    ("mechelen", "file", "desktop", "en-gb"): "family.png",
    ("mechelen", "today", "phone", "nl-be"): "today-phone.png",
    ("programme", "compare", "desktop", "en-gb"): "compare.png",
}
LANGUAGES = {
    "mechelen": ("nl-be", "fr", "en-gb"),
    "den-haag": ("nl-nl",),
    "programme": ("en-gb", "fr"),
    "": ("nl-nl", "fr", "en-gb"),
}


class Command(BaseCommand):
    """Photograph the demo."""

    help = "Take pictures of the main pages into screenshots/."

    def add_arguments(self, parser: CommandParser) -> None:
        """How much to photograph."""
        parser.add_argument("--readme", action="store_true", help="only the README's pictures")
        parser.add_argument("--dark", action="store_true")

    def handle(self, *args, **options) -> None:
        """Start a web server on the demo's data, visit every page, save pictures."""
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        ensure_chromium(self.stdout.write)
        prepare(self.stdout.write)
        port = _free_port()
        server = Processes([_web(port)], _environment(), settings.BASE_DIR)
        server.start()
        try:
            _wait(port)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(**launch_arguments())
                Photographer(browser, port, options).visit_all()
        finally:
            server.stop()


class Photographer:
    """Visits pages as each role and saves what it sees."""

    def __init__(self, browser: Browser, port: int, options: dict) -> None:
        self.browser = browser
        self.port = port
        self.options = options
        self.fullest = ""
        self.folder = settings.BASE_DIR / "screenshots"
        self.people = {(p.host, role): p.email for p in demo_data.people() for role in p.roles}

    def visit_all(self) -> None:
        """Each role, each width, each language of the host."""
        for (slug, role), pages in PAGES.items():
            for width in WIDTHS:
                for language in LANGUAGES[slug]:
                    wanted = self._wanted(slug, pages, width, language)
                    if wanted:
                        self._visit(slug, role, wanted, width, language)

    def _wanted(self, slug: str, pages: dict, width: str, language: str) -> dict:
        if not self.options["readme"]:
            return pages
        return {name: url for name, url in pages.items() if (slug, name, width, language) in README}

    def _visit(self, slug: str, role: str, pages: dict, width: str, language: str) -> None:
        scheme = "dark" if self.options["dark"] else "light"
        context = self.browser.new_context(
            viewport={"width": WIDTHS[width], "height": 900},
            locale=language,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        page = context.new_page()
        host = f"{slug}.localhost" if slug else "localhost"
        base = f"http://{host}:{self.port}"
        if role:
            self._sign_in(page, base, self.people[slug, role])
        self._choose_language(page, base, language)
        for name, path in pages.items():
            page.goto(base + (self._fullest(page, base) if path == FULLEST else path))
            if name in FOLLOW:
                page.locator(FOLLOW[name]).first.click()
                page.wait_for_load_state()
            self._save(page, slug, name, width, language)
        context.close()

    def _fullest(self, page: Page, base: str) -> str:
        """Address of the family whose timeline shows most kinds of entries; the first of equals.

        Looked up once: the demo is the same each time, so the picture is too.
        """
        if not self.fullest:
            page.goto(base + "/guidance/")
            links = page.locator("main tbody th a[href*='/families/F-']")
            places = links.evaluate_all("links => links.map(one => one.getAttribute('href'))")
            self.fullest = max(dict.fromkeys(places), key=lambda place: _kinds(page, base + place))
        return self.fullest

    def _sign_in(self, page: Page, base: str, email: str) -> None:
        page.goto(base + "/sign-in/")
        page.fill("input[type=email]", email)
        page.fill("input[type=password]", demo_data.PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_load_state()

    def _choose_language(self, page: Page, base: str, language: str) -> None:
        button = page.locator(f"button[name=language][value='{language}']")
        if button.count():
            with page.expect_navigation():
                button.first.evaluate("node => node.form.requestSubmit(node)")

    def _save(self, page: Page, slug: str, name: str, width: str, language: str) -> None:
        readme = README.get((slug, name, width, language))
        if self.options["readme"]:
            target = settings.BASE_DIR / "docs" / "pictures" / readme
        else:
            dark = "-dark" if self.options["dark"] else ""
            target = self.folder / f"{slug or 'public'}-{name}-{width}-{language}{dark}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=target, full_page=not self.options["readme"])


def _kinds(page: Page, address: str) -> int:
    page.goto(address)
    icons = "marks => new Set(marks.map(mark => mark.innerHTML)).size"
    return page.locator(".timeline-mark").evaluate_all(icons)


def _web(port: int) -> Process:
    command = [sys.executable, "-m", "gunicorn", "pace.wsgi:application", "--threads", "4"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "error", "--no-control-socket"]
    return Process("The web server", command)


def _environment() -> dict[str, str]:
    paths = [str(settings.BASE_DIR), str(settings.BASE_DIR / "platform")]
    return {"DJANGO_SETTINGS_MODULE": "pace.settings.local", "PYTHONPATH": os.pathsep.join(paths)}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(port: int) -> None:
    for _try in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
