"""Recording on a phone between two visits, and on the tablet in the childcare, in a browser."""

from datetime import date

import pytest

from core.accounts.enums import Role
from core.accounts.models import User
from tenants.childcare.services import record_attendance
from tenants.families.models import Family
from tenants.guidance.services import record_contact, record_work, start_case
from tenants.learning.services import record_training, record_volunteering
from tests.browser.conftest import DESKTOP, PHONE, axe_findings, overflow, sign_in
from tests.households import child_of, parent_of

THURSDAY = date(2026, 11, 19)
STARTED = date(2026, 9, 7)
DAY = f"?on={THURSDAY}"
REFERENCE = "F-2026-9001"


@pytest.fixture(scope="module")
def coach(platform):
    """A coach with a family in guidance, about which something has been recorded."""
    email = platform.person("mechelen", "An Peeters", Role.FAMILY_COACH)
    with platform.inside("mechelen"):
        _family_of(User.objects.get(email=email))
    return email


def _family_of(by):
    family = Family.objects.create(reference=REFERENCE, name="van den Berghe-Yıldırım")
    mother, father = parent_of(family), parent_of(family, "Mehmet")
    case = start_case(guardian=mother, on=STARTED, by=by)
    start_case(guardian=father, on=STARTED, by=by)
    record_contact(case=case, on=STARTED, kind="home_visit", reached="reached", by=by)
    record_work(guardian=mother, started_on=STARTED, kind="regular", captured="self_report", by=by)
    record_training(
        guardian=mother, kind="language", title="Dutch, level 1", started_on=STARTED, by=by
    )
    record_volunteering(
        guardian=father, organisation="Social restaurant", started_on=STARTED, by=by
    )
    for name in ("Can", "Ece", "Leyla-Charlotte"):
        record_attendance(child=child_of(family, name), on=THURSDAY, day_part="morning", by=by)
    child_of(family, "Noor")


PAGES = [
    "/guidance/",
    "/guidance/?coach=all",
    f"/guidance/families/{REFERENCE}/contact/",
    f"/guidance/families/{REFERENCE}/work/",
    f"/guidance/families/{REFERENCE}/end/",
    "/guidance/work/1/end/",
    "/guidance/cases/1/coach/",
    f"/childcare/{DAY}",
    f"/childcare/add/{DAY}&day_part=afternoon",
    f"/childcare/families/{REFERENCE}/",
    "/learning/",
    "/learning/volunteering/",
    f"/learning/families/{REFERENCE}/training/",
    f"/learning/families/{REFERENCE}/volunteering/",
    "/learning/trainings/1/complete/",
    "/learning/volunteering/1/end/",
]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_page_is_accessible_and_fits(open_screen, platform, coach, size):
    page = open_screen(size=size)
    sign_in(page, platform, "mechelen", coach)
    for path in PAGES:
        page.goto(platform.address("mechelen", path))
        assert page.locator("h1").count() == 1, path
        assert axe_findings(page) == [], path
        assert overflow(page) <= 0, path


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_a_contact_is_recorded_on_a_phone_in_four_taps(open_screen, platform, coach, javascript):
    page = open_screen(size=PHONE, javascript=javascript)
    sign_in(page, platform, "mechelen", coach)
    page.goto(platform.address("mechelen", f"/guidance/families/{REFERENCE}/contact/"))
    page.get_by_label("Ayşe van den Berghe-Yıldırım").check()
    page.get_by_label("Phone or video call").check()
    page.get_by_label("No answer", exact=True).check()
    page.get_by_role("button", name="Record the contact").click()
    page.wait_for_url(f"**/families/{REFERENCE}/")
    assert page.get_by_text("The contact is recorded.").is_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_a_childcare_worker_adds_and_takes_back_a_child(open_screen, platform, coach, javascript):
    worker = platform.person("mechelen", "Dina Claes", Role.CHILDCARE_WORKER)
    page = open_screen(size=PHONE, javascript=javascript)
    sign_in(page, platform, "mechelen", worker)
    page.goto(platform.address("mechelen", f"/childcare/{DAY}"))
    page.locator("#afternoon").get_by_role("link", name="Add a child").click()
    page.get_by_label("First name").fill("noo")
    if not javascript:
        page.get_by_role("button", name="Search", exact=True).click()
    page.locator("#found li").nth(1).wait_for(state="detached")
    page.get_by_role("button", name="Add Noor V.").click()
    assert page.get_by_text("Noor V. is on the list.").is_visible()
    page.get_by_role("button", name="Undo").click()
    assert page.get_by_text("Noor V. is taken off the list.").is_visible()
