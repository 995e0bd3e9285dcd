"""Guidance over the API: the same rules, messages and permissions as on the screen."""

import pytest
from django.core.exceptions import ValidationError

from core.audit.models import Entry
from tenants.guidance.models import Case, Contact
from tenants.guidance.services import record_contact, record_work
from tests.guidance.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(site_client, coach):
    site_client.force_login(coach)
    return site_client


def send(api, url, body):
    return api.post(f"/api/v1/{url}", body, content_type="application/json")


def call(case, **changed):
    return {"case": case.pk, "on": "2026-11-19", "kind": "phone", "reached": "reached"} | changed


def test_cases_are_listed_and_filtered(api, case):
    (found,) = api.get("/api/v1/cases/?running=true").json()["results"]
    assert (found["id"], found["family"]) == (case.pk, case.family.reference)
    assert api.get("/api/v1/cases/?running=false").json()["count"] == 0
    assert api.get(f"/api/v1/cases/{case.pk}/").json()["coach_name"] == case.coach_name


def test_a_contact_is_recorded_and_reading_contacts_is_logged(api, case):
    assert send(api, "contacts/", call(case)).status_code == 201
    assert api.get("/api/v1/contacts/").json()["count"] == 1
    assert Entry.objects.filter(kind="read", object_type="guidance.contact").exists()


@pytest.mark.parametrize(
    ("url", "read"),
    [("cases/", "case"), ("contacts/", "contact"), ("work/", "workspell")],
)
def test_reading_what_a_file_holds_is_logged_with_the_family(api, case, url, read):
    api.get(f"/api/v1/{url}?family={case.family.reference}")
    entry = Entry.objects.get(kind="read", object_type=f"guidance.{read}")
    assert (entry.family_id, entry.object_id) == (case.family_id, case.family.reference)


def test_reading_one_case_is_logged_with_the_family(api, case):
    api.get(f"/api/v1/cases/{case.pk}/")
    entry = Entry.objects.get(kind="read", object_type="guidance.case")
    assert (entry.family_id, entry.object_id) == (case.family_id, str(case.pk))


def test_it_refuses_in_the_words_of_the_service(api, case, coach):
    answer = send(api, "contacts/", call(case, kind="pigeon"))
    with pytest.raises(ValidationError) as refusal:
        record_contact(case=case, on=TODAY, kind="pigeon", reached="reached", by=coach)
    assert answer.status_code == 400
    assert answer.json() == refusal.value.message_dict


def test_repeating_a_submission_changes_nothing(api, case):
    body = call(case, submission="3f6e1f8e-6f0c-4c53-9d4a-0f2b6f1f3d11")
    assert send(api, "contacts/", body).json() == send(api, "contacts/", body).json()
    assert Contact.objects.count() == 1


def test_work_begins_and_ends(api, case):
    body = {
        "guardian": case.guardian_id,
        "started_on": "2026-11-02",
        "kind": "regular",
        "hours_per_week": "19.5",
        "captured": "self_report",
    }
    spell = send(api, "work/", body).json()
    ended = send(api, f"work/{spell['id']}/end/", {"ended_on": "2026-11-19"}).json()
    assert ended["ended_on"] == "2026-11-19"
    assert api.get(f"/api/v1/work/?family={case.family.reference}").json()["count"] == 1


def test_guidance_is_handed_over_and_ended(api, case, colleague):
    handed = send(api, f"cases/{case.pk}/coach/", {"coach": colleague.pk})
    assert handed.json()["coach_name"] == colleague.name
    end = {"ended_on": "2026-11-19", "end_reason": "moved"}
    assert send(api, f"cases/{case.pk}/end/", end).json()["end_reason"] == "moved"


def test_a_childcare_worker_cannot_be_made_the_coach(api, case, childcare_worker):
    answer = send(api, f"cases/{case.pk}/coach/", {"coach": childcare_worker.pk})
    assert answer.status_code == 400


READ = ["cases/", "contacts/", "work/"]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("coach", 200),
        ("coordinator", 200),
        ("team_coach", 403),
        ("childcare_worker", 403),
        ("administrator", 403),
        ("stranger", 403),
    ],
)
@pytest.mark.parametrize("url", READ)
def test_who_may_read(site_client, case, request, url, role, status):
    site_client.force_login(request.getfixturevalue(role))
    assert site_client.get(f"/api/v1/{url}").status_code == status


@pytest.mark.parametrize("role", ["team_coach", "childcare_worker", "stranger"])
def test_who_may_not_write(site_client, case, coach, request, role):
    spell = record_work(
        guardian=case.guardian, started_on=STARTED, kind="regular", captured="coach", by=coach
    )
    site_client.force_login(request.getfixturevalue(role))
    end = {"ended_on": "2026-11-19", "end_reason": "moved"}
    for url, body in (
        ("contacts/", call(case)),
        (f"cases/{case.pk}/end/", end),
        (f"work/{spell.pk}/end/", end),
    ):
        assert send(site_client, url, body).status_code == 403
    assert Case.objects.get().is_running
    assert not Contact.objects.exists()
