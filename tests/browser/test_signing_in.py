"""Signing in, on each kind of host, in four languages, with a keyboard and without JavaScript."""

import pytest

from core.accounts.enums import Role
from tests.browser.conftest import PHONE, axe_findings, overflow, sign_in

SITES = [("mechelen", "nl-BE"), ("den-haag", "nl-NL")]


@pytest.mark.parametrize(("slug", "language"), SITES)
def test_to_a_stranger_the_page_speaks_the_sites_language(open_screen, platform, slug, language):
    page = open_screen(locale="de-DE")
    page.goto(platform.address(slug))
    assert page.locator("html").get_attribute("lang").lower() == language.lower()


def test_a_coach_signs_in_and_sees_the_day(screen, platform):
    email = platform.person("mechelen", "An Peeters", Role.FAMILY_COACH)
    sign_in(screen, platform, "mechelen", email)
    assert screen.locator("h1").count() == 1
    assert axe_findings(screen) == []


def test_without_javascript_on_a_phone(open_screen, platform):
    email = platform.person("mechelen", "An Peeters", Role.FAMILY_COACH)
    page = open_screen(size=PHONE, javascript=False)
    sign_in(page, platform, "mechelen", email)
    assert page.locator("input[type=password]").count() == 0
    assert page.locator("h1").count() == 1


def test_a_session_of_one_partner_opens_nothing_at_another(screen, platform):
    email = platform.person("mechelen", "An Peeters", Role.FAMILY_COACH)
    sign_in(screen, platform, "mechelen", email)
    cookies = screen.context.cookies()
    for cookie in cookies:
        screen.context.add_cookies(
            [{"name": cookie["name"], "value": cookie["value"], "url": platform.address("gent")}]
        )
    screen.goto(platform.address("gent"))
    assert screen.locator("input[type=password]").count() == 1


def test_the_folder_form_of_an_address_works_too(screen, platform):
    email = platform.person("mechelen", "An Peeters", Role.FAMILY_COACH)
    screen.goto(platform.address("", "/t/mechelen/"))
    screen.fill("input[type=email]", email)
    screen.fill("input[type=password]", "a long and quiet word")
    screen.click("main button[type=submit]")
    screen.wait_for_load_state()
    assert screen.url.startswith(platform.address("", "/t/mechelen/"))
    assert all(cookie["path"] == "/t/mechelen/" for cookie in screen.context.cookies())
    links = screen.eval_on_selector_all("a[href^='/']", "nodes => nodes.map(n => n.pathname)")
    assert [link for link in links if not link.startswith(("/t/mechelen/", "/static/"))] == []


@pytest.mark.parametrize("slug", ["", "programme", "mechelen"])
def test_the_first_page_is_accessible_and_fits_a_phone(open_screen, platform, slug):
    page = open_screen(size=PHONE)
    page.goto(platform.address(slug))
    assert axe_findings(page) == []
    assert overflow(page) <= 0
