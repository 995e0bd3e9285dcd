"""The published figures: the shipped file, imported on an empty new site, shows exactly them."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import expect

from core.accounts.enums import Role
from core.partners.provisioning import NewPartner, create_partner
from tests.browser.conftest import PHONE, axe_findings, overflow, sign_in

FILE = settings.BASE_DIR / "platform" / "pace" / "demo_data" / "mechelen-2017-2022.csv"
NEWCOMER = NewPartner("voorbeeld", "Voorbeeld", "BE-VLG", ("nl-be", "en-gb"), "Europe/Brussels")
FEBRUARY_2020 = {
    "Referred": 86,
    "Taken into a trajectory": 67,
    "Guidance ended": 34,
    "Guidance running": 33,
    "At work": 27,
}
DECEMBER_2022 = {
    "Families entered": 167,
    "Children cared for": 147,
    "At work": 58,
    "Followed training": 90,
}


@pytest.fixture(scope="module")
def imported(platform, chromium):
    """The coordinator of an empty new site hands the file in and says yes."""
    create_partner(NEWCOMER, {"config": "mechelen"})
    email = platform.person("voorbeeld", "Carine Wouters", Role.COORDINATOR)
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(60_000)
    sign_in(page, platform, "voorbeeld", email)
    page.goto(platform.address("voorbeeld", "/families/import/"))
    page.set_input_files("input[type=file]", FILE)
    page.get_by_role("button", name="Check the file").click()
    page.get_by_role("button", name="Import now").click()
    expect(page.get_by_text("each record stands in the access log")).to_be_visible(timeout=120_000)
    context.close()
    return email


def figure(page, label):
    """The number on the card that bears this label."""
    card = page.locator(".key-figure", has=page.get_by_text(label, exact=True)).first
    return int(re.search(r"\d+", card.locator(".key-number").inner_text())[0])


@pytest.mark.parametrize(
    ("day", "published"), [("2020-02-29", FEBRUARY_2020), ("2022-12-31", DECEMBER_2022)]
)
def test_the_dashboard_shows_what_was_published(screen, platform, imported, day, published):
    sign_in(screen, platform, "voorbeeld", imported)
    screen.goto(platform.address("voorbeeld", "/figures/"))
    screen.get_by_label("As of").fill(day)
    screen.get_by_role("button", name="Show").click()
    screen.wait_for_url(f"**end={day}**")
    assert {label: figure(screen, label) for label in published} == published
    assert axe_findings(screen) == []


def test_on_a_phone_it_fits(open_screen, platform, imported):
    page = open_screen(size=PHONE)
    sign_in(page, platform, "voorbeeld", imported)
    page.goto(platform.address("voorbeeld", "/figures/?end=2020-02-29"))
    assert figure(page, "Referred") == 86
    assert overflow(page) <= 0


def test_approved_they_reach_the_programme_by_themselves(screen, platform, imported):
    sign_in(screen, platform, "voorbeeld", imported)
    screen.goto(platform.address("voorbeeld", "/figures/periods/2017-01-01/2020-02-29/"))
    screen.get_by_role("button", name="Approve this period").click()
    expect(screen.get_by_text("received", exact=False).first).to_be_visible(timeout=60_000)
    lead = platform.person("programme", "Hilde Lead", Role.LEAD_PARTNER)
    sign_in(screen, platform, "programme", lead)
    screen.goto(platform.address("programme", "/compare/?indicator=referred"))
    expect(screen.get_by_text("86").first).to_be_visible()
    expect(screen.get_by_text("Only one site has approved this period.")).to_be_visible()
    assert axe_findings(screen) == []
