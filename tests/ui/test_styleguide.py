"""The style guide in a real browser: no finding of axe, nothing wider than the screen."""

from mimetypes import guess_type
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.staticfiles import finders
from django.test import RequestFactory
from django.utils import translation

from core.ui.web.views import styleguide

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.ui.addresses")]

AXE = Path(__file__).parents[1] / "vendor/axe-core-4.14.1/axe.min.js"
HOST = "http://guide.test"
RUN_AXE = "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id))"


@pytest.fixture
def guide(chromium):
    """Opens the style guide at a width, in a theme and a language, without a server."""
    contexts = []

    def _open(width=1440, theme="light", language="en-gb", **options):
        options |= {"viewport": {"width": width, "height": 900}, "color_scheme": theme}
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        body = _rendered(language)
        page.route(f"{HOST}/**", lambda route: _answer(route, body))
        page.goto(f"{HOST}/styleguide/", wait_until="load")
        return page

    yield _open
    for context in contexts:
        context.close()


def _rendered(language):
    request = RequestFactory().get("/styleguide/")
    request.activation = SimpleNamespace(
        kind="partner", name="Mechelen", slug="mechelen", languages=["nl-be", "en-gb", "fr"]
    )
    request.user = SimpleNamespace(
        is_authenticated=True, name="Lotte Maes", email="l@x.example", has_role=lambda *_: True
    )
    with translation.override(language):
        return styleguide(request).content


def _answer(route, body):
    path = route.request.url.removeprefix(HOST).partition("?")[0]
    if not path.startswith("/static/"):
        route.fulfill(body=body, content_type="text/html; charset=utf-8")
        return
    found = finders.find(path.removeprefix("/static/"))
    assert found, path
    route.fulfill(body=Path(found).read_bytes(), content_type=guess_type(found)[0])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(guide, width, theme):
    page = guide(width, theme)
    page.add_script_tag(content=AXE.read_text())
    assert page.evaluate(RUN_AXE) == []


@pytest.mark.parametrize("language", ["en-gb", "nl-be", "nl-nl", "fr"])
@pytest.mark.parametrize("width", [320, 820])
def test_nothing_is_wider_than_the_screen(guide, width, language):
    page = guide(width, language=language)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_dialog_takes_the_focus_and_gives_it_back(guide):
    page = guide()
    page.get_by_text("Open a dialog").click()
    assert page.locator("dialog[open] h2").inner_text() == "End guidance"
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert "Open a dialog" in page.evaluate("document.activeElement.innerText")


def test_a_drawer_is_clean_for_axe_too(guide):
    page = guide(390)
    page.get_by_text("Open a drawer").click()
    page.add_script_tag(content=AXE.read_text())
    assert page.evaluate(RUN_AXE) == []


def test_without_javascript_a_dialog_is_a_fold(guide):
    page = guide(java_script_enabled=False)
    page.get_by_text("Open a dialog").click()
    assert page.get_by_text("The family keeps its file").is_visible()


def test_the_error_summary_takes_the_focus(guide):
    page = guide()
    assert "things need your attention" in page.evaluate("document.activeElement.innerText")


def test_a_menu_closes_on_escape(guide):
    page = guide()
    page.locator(".language > summary").click()
    assert page.locator(".language .menu-panel").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".language .menu-panel").is_visible()


def test_the_reader_may_choose_dark(guide):
    page = guide()
    page.get_by_text("Menu of Lotte Maes").locator("..").click()
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
