"""Childcare recorded from a family's file by who knows the family."""

import pytest

from tenants.childcare.models import Attendance
from tests.households import child_of, household

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site_client, coach, child):
    site_client.force_login(coach)
    return site_client


def address(child):
    return f"/childcare/families/{child.family.reference}/"


def send(page, child, /, **changed):
    sent = {"child": [child.pk], "on": "2026-11-19", "day_part": ["morning"]}
    return page.post(address(child), sent | changed)


def test_it_returns_to_the_file(page, child):
    answer = send(page, child, day_part=["morning", "afternoon"])
    assert answer.url == f"/families/{child.family.reference}/"
    assert Attendance.objects.count() == 2


def test_brothers_and_sisters_come_together(page, child):
    sister = child_of(child.family, "Ece")
    send(page, child, child=[child.pk, sister.pk])
    assert Attendance.objects.count() == 2


def test_a_day_part_that_is_not_open_keeps_what_was_chosen(page, child):
    answer = send(page, child, on="2026-11-18", day_part=["afternoon"])
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "is not open on Wednesday" in text
    assert 'value="2026-11-18"' in text


def test_children_of_others_cannot_be_slipped_in(page, child):
    other = child_of(household("Smets"), "Noor")
    assert send(page, child, child=[other.pk]).status_code == 422
    assert not Attendance.objects.exists()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("coach", 200),
        ("coordinator", 200),
        ("childcare_worker", 403),
        ("team_coach", 403),
        ("administrator", 403),
        ("stranger", 403),
    ],
)
def test_who_may_record_from_a_file(site_client, child, request, role, status):
    site_client.force_login(request.getfixturevalue(role))
    assert site_client.get(address(child)).status_code == status
