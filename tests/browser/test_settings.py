"""The settings pages in a browser: accessible, and fitting on a phone, in the site's languages."""

import pytest

from core.accounts.enums import Role
from tests.browser.conftest import DESKTOP, PHONE, axe_findings, overflow, sign_in

PAGES = ["", "target-groups/", "care/", "figures/", "lists/", "languages/", "rules/", "versions/"]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["nl-be", "fr"])
def test_every_page_is_accessible_and_fits(open_screen, platform, size, language):
    name = f"Reader {language}"
    email = platform.person("mechelen", name, Role.COORDINATOR, language=language)
    page = open_screen(size=size)
    sign_in(page, platform, "mechelen", email)
    for path in PAGES:
        page.goto(platform.address("mechelen", f"/settings/{path}"))
        assert page.locator("h1").count() == 1
        assert axe_findings(page) == [], path
        assert overflow(page) <= 0, path
