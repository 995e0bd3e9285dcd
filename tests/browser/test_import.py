"""Importing on the screen: template, guide, errors, and a long file through a real worker."""

import os
from pathlib import Path

import pytest

from core.accounts.enums import Role
from pace.demo_data import mechelen
from tests.browser.conftest import DESKTOP, PHONE, axe_findings, overflow, sign_in
from tests.case_import.files import FAMILY, PARENT, csv_file

SHOTS = Path(os.environ["PACE_SHOTS"]) if os.environ.get("PACE_SHOTS") else None
LONG = 90_000  # milliseconds that a worker may take on a machine that does other things too


@pytest.fixture(scope="module")
def coordinator(platform):
    return platform.person("mechelen", "Carine Wouters", Role.COORDINATOR)


def look(page, name: str) -> None:
    """The page fits, is accessible, and is photographed where that is asked for."""
    assert axe_findings(page) == []
    assert overflow(page) <= 0
    if SHOTS:
        page.screenshot(path=SHOTS / f"import-{name}.png", full_page=True)


def hand_in(page, platform, name: str, content: bytes) -> None:
    page.goto(platform.address("mechelen", "/families/import/"))
    page.set_input_files(
        "input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    page.click("text=Check the file")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_template_guide_and_errors(open_screen, platform, coordinator, size):
    page = open_screen(size)
    sign_in(page, platform, "mechelen", coordinator)
    page.goto(platform.address("mechelen", "/families/import/"))
    look(page, f"start-{size['width']}")
    page.click("text=Read the guide")
    look(page, f"guide-{size['width']}")
    wrong = [FAMILY | {"email": "no address"}, PARENT | {"birth_date": "31/02/1990"}]
    hand_in(page, platform, "with errors.csv", csv_file(wrong).getvalue())
    page.wait_for_selector("text=2 errors in the file")
    look(page, f"errors-{size['width']}")


def test_a_small_file_goes_without_javascript(open_screen, platform, coordinator):
    page = open_screen(javascript=False)
    sign_in(page, platform, "mechelen", coordinator)
    hand_in(page, platform, "small.csv", csv_file([FAMILY | {"reference": "S1"}]).getvalue())
    page.click("text=Put the file aside")
    page.wait_for_selector("text=small.csv was put aside")


def test_a_long_file_is_checked_and_written_by_a_worker(screen, platform, coordinator):
    sign_in(screen, platform, "mechelen", coordinator)
    hand_in(screen, platform, mechelen.FILE.name, mechelen.FILE.read_bytes())
    look(screen, "progress")
    screen.wait_for_selector("text=The file is sound", timeout=LONG)
    look(screen, "checked")
    screen.click("text=Import now")
    screen.wait_for_selector("text=All of it was written", timeout=LONG)
    look(screen, "done")
