"""Learning over the API: the same rules, messages and permissions as on the screen."""

import pytest

from core.audit.models import Entry
from tenants.learning.models import TrainingParticipation, Volunteering

pytestmark = pytest.mark.django_db

TRAINING = {"kind": "language", "title": "Dutch, level 1", "started_on": "2026-11-02"}
KITCHEN = {"organisation": "Social restaurant", "started_on": "2026-11-02"}


@pytest.fixture
def api(site_client, coach):
    site_client.force_login(coach)
    return site_client


def send(api, url, body):
    return api.post(f"/api/v1/{url}", body, content_type="application/json")


def test_a_training_is_recorded_listed_and_completed(api, guardian):
    made = send(api, "trainings/", TRAINING | {"guardian": guardian.pk}).json()
    end = {"ended_on": "2026-11-19", "completed": True, "hours": "60"}
    done = send(api, f"trainings/{made['id']}/complete/", end).json()
    assert (done["ended_on"], done["completed"], done["hours"]) == ("2026-11-19", True, "60.0")
    found = api.get(f"/api/v1/trainings/?family={guardian.family.reference}").json()
    assert found["count"] == 1


def test_volunteering_is_recorded_listed_and_ended(api, guardian):
    made = send(api, "volunteering/", KITCHEN | {"guardian": guardian.pk}).json()
    ended = send(api, f"volunteering/{made['id']}/end/", {"ended_on": "2026-11-19"})
    assert ended.json()["ended_on"] == "2026-11-19"
    assert api.get("/api/v1/volunteering/").json()["count"] == 1


@pytest.mark.parametrize("url", ["trainings", "volunteering"])
def test_reading_what_a_file_holds_is_logged_with_the_family(api, guardian, url):
    api.get(f"/api/v1/{url}/?family={guardian.family.reference}")
    entry = Entry.objects.get(kind="read")
    assert entry.object_type.startswith(f"learning.{url.removesuffix('s')}")
    assert entry.family_id == guardian.family_id


def test_it_refuses_in_the_words_of_the_service(api, guardian):
    answer = send(api, "trainings/", TRAINING | {"guardian": guardian.pk, "completed": True})
    assert answer.status_code == 400
    assert "Fill in the last day" in answer.json()["ended_on"][0]


@pytest.mark.parametrize("url", ["trainings/", "volunteering/"])
@pytest.mark.parametrize("role", ["team_coach", "childcare_worker", "administrator", "stranger"])
def test_nobody_else_reads_or_writes(site_client, guardian, request, url, role):
    site_client.force_login(request.getfixturevalue(role))
    body = TRAINING | KITCHEN | {"guardian": guardian.pk}
    assert site_client.get(f"/api/v1/{url}").status_code == 403
    assert send(site_client, url, body).status_code == 403
    assert not TrainingParticipation.objects.exists()
    assert not Volunteering.objects.exists()
