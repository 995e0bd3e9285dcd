"""The pages of guidance: a coach records on a phone and lands on the family's file again."""

import pytest
from django.urls import reverse

from tenants.guidance.models import Case, Contact, WorkSpell
from tenants.guidance.services import end_guidance, record_work
from tests.guidance.conftest import STARTED, TODAY
from tests.households import parent_of

pytestmark = pytest.mark.django_db

CONTACT = {"kind": "phone", "reached": "reached", "on": "2026-11-19", "note": "Doing well"}


@pytest.fixture
def page(site_client, coach):
    """Open and send pages of the family as the coach."""
    site_client.force_login(coach)
    return site_client


def address(name, case):
    return reverse(f"guidance:{name}", args=[case.family.reference], urlconf="pace.urls.partner")


def file_of(case):
    return f"/families/{case.family.reference}/"


@pytest.mark.parametrize("name", ["contact", "work", "end"])
def test_the_form_has_todays_date_and_one_heading(page, case, name):
    text = page.get(address(name, case)).content.decode()
    assert 'value="2026-11-19"' in text
    assert text.count("<h1") == 1


def test_a_contact_is_recorded_and_the_file_says_so(page, case):
    answer = page.post(address("contact", case), CONTACT)
    assert (answer.status_code, answer.url) == (302, file_of(case))
    assert Contact.objects.get().note == "Doing well"


def test_what_was_typed_stays_when_something_is_wrong(page, case):
    answer = page.post(address("contact", case), CONTACT | {"on": "2027-01-01"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Doing well" in text
    assert 'class="error-summary"' in text
    assert not Contact.objects.exists()


def test_pressing_twice_records_once(page, case):
    sent = CONTACT | {"submission": "3f6e1f8e-6f0c-4c53-9d4a-0f2b6f1f3d11"}
    for _time in range(2):
        page.post(address("contact", case), sent)
    assert Contact.objects.count() == 1


def test_it_asks_whom_only_where_there_is_a_choice(page, case, coach):
    assert "Mehmet" not in page.get(address("work", case)).content.decode()
    parent_of(case.family, "Mehmet")
    assert "Mehmet" in page.get(address("work", case)).content.decode()


def test_work_is_recorded_for_the_parent_chosen(page, case):
    other = parent_of(case.family, "Mehmet")
    page.post(
        address("work", case),
        {
            "person": other.pk,
            "kind": "regular",
            "started_on": "2026-11-02",
            "hours_per_week": "19,5",
            "captured": "self_report",
        },
    )
    assert WorkSpell.objects.get().guardian == other


def test_a_spell_of_work_gets_its_end(page, case, coach):
    spell = record_work(
        guardian=case.guardian, started_on=STARTED, kind="regular", captured="coach", by=coach
    )
    url = reverse("guidance:end_work", args=[spell.pk], urlconf="pace.urls.partner")
    assert page.get(url).status_code == 200
    page.post(url, {"ended_on": "2026-11-19"})
    spell.refresh_from_db()
    assert spell.ended_on == TODAY


def test_guidance_ends_with_its_reason(page, case):
    page.post(address("end", case), {"end_reason": "moved", "ended_on": "2026-11-19"})
    case.refresh_from_db()
    assert (case.ended_on, case.end_reason) == (TODAY, "moved")


def test_a_family_that_is_not_in_guidance_hears_how_it_starts(page, case, coach):
    end_guidance(case=case, on=TODAY, reason="moved", by=coach)
    assert "Guidance of this family does not run" in page.get(address("end", case)).content.decode()


def test_the_coordinator_hands_a_case_over(page, case, coordinator, colleague):
    page.force_login(coordinator)
    url = reverse("guidance:assign", args=[case.pk], urlconf="pace.urls.partner")
    assert colleague.name in page.get(url).content.decode()
    page.post(url, {"coach": colleague.pk})
    assert Case.objects.get().coach == colleague


#: Who may open what. A page that is not for somebody says so (403).
MAY = {
    "coach": 200,
    "coordinator": 200,
    "team_coach": 403,
    "childcare_worker": 403,
    "administrator": 403,
    "stranger": 403,
}


@pytest.mark.parametrize(("role", "status"), MAY.items())
@pytest.mark.parametrize("name", ["contact", "work", "end"])
def test_who_may_open_the_forms(site_client, case, request, name, role, status):
    site_client.force_login(request.getfixturevalue(role))
    assert site_client.get(address(name, case)).status_code == status


@pytest.mark.parametrize(("role", "status"), MAY.items())
def test_who_may_open_the_list(site_client, case, request, role, status):
    site_client.force_login(request.getfixturevalue(role))
    assert site_client.get("/guidance/").status_code == status


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach"])
def test_a_post_by_somebody_else_changes_nothing(site_client, case, request, role):
    site_client.force_login(request.getfixturevalue(role))
    assert site_client.post(address("contact", case), CONTACT).status_code == 403
    assert site_client.post(address("end", case), {"end_reason": "moved"}).status_code == 403
    assert not Contact.objects.exists()
    assert Case.objects.get().is_running
