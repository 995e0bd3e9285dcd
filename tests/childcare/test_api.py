"""Childcare over the API: the same rules and the same little that staff may see."""

import pytest
from django.core.exceptions import ValidationError

from core.audit.models import Entry
from tenants.childcare.models import Attendance
from tenants.childcare.services import record_attendance
from tests.childcare.conftest import WEDNESDAY
from tests.households import child_of, household

pytestmark = pytest.mark.django_db


@pytest.fixture
def api(site_client, coach):
    site_client.force_login(coach)
    return site_client


def send(api, child, **changed):
    body = {"child": child.pk, "on": "2026-11-19", "day_part": "morning"} | changed
    return api.post("/api/v1/attendances/", body, content_type="application/json")


def test_recording_answers_with_the_seat_and_again_that_it_stood_there(api, child):
    first, again = send(api, child), send(api, child)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert (first.json()["seat"], first.json()["child_name"]) == (1, "Can Y.")


def test_it_refuses_in_the_words_of_the_service(api, child, coach):
    answer = send(api, child, on="2026-11-18", day_part="afternoon")
    with pytest.raises(ValidationError):
        record_attendance(child=child, on=WEDNESDAY, day_part="afternoon", by=coach)
    assert answer.status_code == 400
    assert "is not open on Wednesday" in answer.json()["day_part"][0]


def test_a_day_and_its_attendances_are_read(api, child):
    send(api, child)
    assert api.get("/api/v1/attendances/?on=2026-11-19").json()["count"] == 1
    assert api.get("/api/v1/attendances/?on=2026-11-18").json()["count"] == 0
    morning, afternoon = api.get("/api/v1/childcare/days/2026-11-19/").json()
    assert (morning["taken"], morning["places"], afternoon["taken"]) == (1, 15, 0)


def test_reading_who_was_in_care_is_logged(api, child):
    api.get("/api/v1/attendances/?on=2026-11-19")
    assert Entry.objects.get(kind="read").object_id == "2026-11-19"


@pytest.mark.parametrize("day", ["2026-13-45", "1990-01-01"])
def test_a_day_that_does_not_exist_or_is_too_early_is_not_found(api, child, day):
    assert api.get(f"/api/v1/childcare/days/{day}/").status_code == 404


def test_a_mistake_is_taken_back(api, child):
    number = send(api, child).json()["id"]
    assert api.delete(f"/api/v1/attendances/{number}/").status_code == 204
    assert not Attendance.objects.exists()


def test_staff_records_only_children_in_care_and_reads_no_family(site_client, childcare_worker):
    family = household()
    family.cases.create(guardian=family.guardians.get(), started_on="2026-09-07")
    in_care, other = child_of(family), child_of(household("Smets"), "Noor")
    site_client.force_login(childcare_worker)
    assert send(site_client, other).status_code == 400
    answer = send(site_client, in_care)
    assert answer.status_code == 201
    assert "Yıldız" not in answer.content.decode()
    assert set(answer.json()) & {"family", "guardian"} == set()


@pytest.mark.parametrize("role", ["administrator", "stranger"])
def test_nobody_else_reads_or_writes(site_client, child, coach, request, role):
    site_client.force_login(request.getfixturevalue(role))
    assert send(site_client, child).status_code == 403
    for url in ("attendances/", "childcare/days/2026-11-19/"):
        assert site_client.get(f"/api/v1/{url}").status_code == 403
