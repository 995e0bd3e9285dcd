"""The main job in a browser: a family comes in, its figures follow, the sites are compared.

Every page of it through axe, wide or narrow, in each language that its host speaks; and the way
in done by hand, with JavaScript and without.
"""

import pytest
from playwright.sync_api import expect

from core.accounts.enums import Role
from core.accounts.models import User
from tenants.reporting import services
from tests.browser.conftest import DESKTOP, PHONE, axe_findings, overflow, sign_in
from tests.comparison.collected import QUERY, collect
from tests.lived_in import lived_in

READINGS = [("en-gb", DESKTOP), ("nl-be", PHONE), ("nl-nl", DESKTOP), ("fr", PHONE)]
#: Mechelen does not offer the Dutch of the Netherlands.
SITE_READINGS = [(language, size) for language, size in READINGS if language != "nl-nl"]
SITE_READER = (Role.COORDINATOR, Role.SITE_ADMINISTRATOR)
COMPARED = f"?indicator={QUERY['indicator']}&period={QUERY['period']}"


@pytest.fixture(scope="module")
def site(platform):
    """A site in which somebody has worked; the addresses of its pages.

    This process has no queue, so that the approved period stays on its way.
    """
    email = platform.person("mechelen", "Carine Wouters", Role.COORDINATOR)
    with platform.inside("mechelen"), pytest.MonkeyPatch.context() as patch:
        patch.setattr(services, "send", lambda *args, **options: None)
        site = lived_in(User.objects.get(email=email))
        guided, waiting = (f"/families/{p.family.reference}/" for p in (site.guided, site.waiting))
    waits = f"{waiting}parents/{site.waiting.pk}/"
    return [
        "/",
        "/families/",
        "/families/register/",
        guided,
        f"{guided}children/add/",
        f"{guided}decisions/{site.numbers['families:decision']}/?replay=1",
        waiting,
        *(f"{waits}{step}/" for step in ("referral", "intake", "decide", "next-step")),
        f"{waits}waiting-list/withdraw/",
        "/figures/",
        "/figures/?by=target_group",
        "/figures/periods/",
        "/figures/periods/2026-01-01/2026-06-30/",
        f"/figures/approved/{site.numbers['reporting:approved']}/",
        "/accounts/people/",
        "/accounts/log/",
        "/accounts/profile/",
    ]


@pytest.fixture(scope="module")
def compared(platform):
    """Three sites whose figures do not compare."""
    with platform.inside("programme"):
        for number, slug in enumerate(("gent", "mechelen", "turnhout"), start=901):
            collect(slug, number=number, value=60)
    return ["/", f"/compare/{COMPARED}", f"/compare/gent/mechelen/{COMPARED}"]


def findings(page, platform, slug, paths):
    """What axe finds on each page, and pages that are too wide or have not one heading."""
    found = {}
    for path in paths:
        page.goto(platform.address(slug, path))
        wrong = axe_findings(page)
        wrong += ["wider than the window"] if overflow(page) > 0 else []
        wrong += [] if page.locator("h1").count() == 1 else ["not one h1"]
        if wrong:
            found[path] = wrong
    return found


@pytest.mark.parametrize(("language", "size"), SITE_READINGS)
def test_every_page_of_a_site_is_accessible_and_fits(open_screen, platform, site, language, size):
    reader = platform.person("mechelen", f"Reader {language}", *SITE_READER, language=language)
    page = open_screen(size=size)
    sign_in(page, platform, "mechelen", reader)
    assert findings(page, platform, "mechelen", site) == {}
    assert page.locator("html").get_attribute("lang").lower() == language


@pytest.mark.parametrize(("language", "size"), READINGS)
def test_every_comparison_is_accessible_and_fits(open_screen, platform, compared, language, size):
    name = f"Reader {language}"
    reader = platform.person("programme", name, Role.LEAD_PARTNER, language=language)
    page = open_screen(size=size)
    sign_in(page, platform, "programme", reader)
    assert findings(page, platform, "programme", compared) == {}


def register(page, platform, name):
    page.goto(platform.address("mechelen", "/families/register/"))
    page.get_by_label("First name").first.fill("Ayşe")
    page.get_by_label("Family name").first.fill(name)
    page.get_by_label("Municipality").select_option("BE-12025")
    page.get_by_label("Who referred the family").select_option("self")
    page.get_by_role("button", name="Save and go on").last.click()


def answer_yes(page, *questions):
    for question in questions:
        page.get_by_role("group", name=question).get_by_label("Yes").check()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_a_coach_takes_a_family_in_on_a_phone(open_screen, platform, javascript):
    coach = platform.person("mechelen", "An Peeters", Role.FAMILY_COACH)
    page = open_screen(size=PHONE, javascript=javascript)
    sign_in(page, platform, "mechelen", coach)
    register(page, platform, f"Thread{javascript}")
    page.wait_for_url("**/intake/")
    answer_yes(page, "Is childcare a barrier?", "Is the parent willing to join")
    page.get_by_role("button", name="Go on to the decision").click()
    page.get_by_role("button", name="Record the decision").click()
    page.get_by_label("Start guidance").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("has started", exact=False).first).to_be_visible()
    expect(page.get_by_text("In guidance").first).to_be_visible()
    expect(page.get_by_text("Guidance of Ayşe started")).to_be_visible()
