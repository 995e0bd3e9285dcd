"""The pages of learning."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tenants.families import timeline
from tenants.learning.models import TrainingParticipation, Volunteering
from tenants.learning.services import complete_training, record_training, record_volunteering
from tests.households import household
from tests.learning.conftest import STARTED, TODAY

pytestmark = pytest.mark.django_db

TRAINING = {"kind": "language", "title": "Dutch, level 1", "started_on": "2026-11-02"}


@pytest.fixture
def page(site_client, coach):
    site_client.force_login(coach)
    return site_client


def address(name, *args):
    return reverse(f"learning:{name}", args=args, urlconf="pace.urls.partner")


@pytest.mark.parametrize(("language", "hours"), [("en-gb", "19,5"), ("nl-be", "19.5")])
def test_a_training_is_recorded_with_hours_as_the_coach_writes_them(
    page, coach, family, language, hours
):
    coach.language = language
    coach.save()
    answer = page.post(address("training", family.reference), TRAINING | {"hours": hours})
    assert answer.url == f"/families/{family.reference}/"
    assert str(TrainingParticipation.objects.get().hours) == "19.5"


def test_an_outcome_without_a_last_day_is_asked_for(page, family):
    answer = page.post(address("training", family.reference), TRAINING | {"completed": "yes"})
    assert answer.status_code == 422
    assert "Dutch, level 1" in answer.content.decode()


def test_a_training_gets_its_end(page, family, guardian, coach):
    training = record_training(guardian=guardian, kind="language", started_on=STARTED, by=coach)
    url = address("complete", training.pk)
    assert page.get(url).status_code == 200
    page.post(url, {"completed": "unknown", "ended_on": "2026-11-19"})
    training.refresh_from_db()
    assert (training.ended_on, training.completed) == (TODAY, None)


def test_volunteering_is_recorded_and_ended(page, family):
    sent = {"organisation": "Social restaurant", "started_on": "2026-11-02"}
    page.post(address("volunteering", family.reference), sent)
    found = Volunteering.objects.get()
    url = address("end_volunteering", found.pk)
    assert page.get(url).status_code == 200
    page.post(url, {"ended_on": "2026-11-19"})
    found.refresh_from_db()
    assert found.ended_on == TODAY


def test_the_lists_show_what_goes_on_and_on_request_what_has_ended(page, guardian, coach):
    for title in ("Dutch, level 1", "First aid"):
        training = record_training(
            guardian=guardian, kind="language", title=title, started_on=STARTED, by=coach
        )
    complete_training(training=training, on=TODAY, completed=True, by=coach)
    now = page.get("/learning/").content.decode()
    ever = page.get("/learning/?show=ever").content.decode()
    assert ("First aid" in now, "First aid" in ever) == (False, True)


def test_the_timeline_tells_beginnings_and_ends(guardian, coach):
    training = record_training(
        guardian=guardian, kind="language", title="Dutch", started_on=STARTED, by=coach
    )
    complete_training(training=training, on=TODAY, completed=True, by=coach)
    record_volunteering(guardian=guardian, organisation="Shop", started_on=STARTED, by=coach)
    titles = {entry.title for entry in timeline.entries_for(guardian.family, coach)}
    assert titles == {
        "Ayşe began a training: Dutch",
        "Ayşe completed a training: Dutch",
        "Ayşe began to volunteer: Shop",
    }


@pytest.mark.parametrize("url", ["/learning/?show=ever", "/learning/volunteering/"])
def test_ten_times_the_rows_ask_no_more_queries(page, coach, url):
    page.get(url)
    counted = []
    for more in (20, 180):
        for number in range(more):
            guardian = household(f"Smets {number}").guardians.get()
            record = {"family": guardian.family, "guardian": guardian, "started_on": STARTED}
            TrainingParticipation.objects.create(kind="language", **record)
            Volunteering.objects.create(organisation="Shop", **record)
        with CaptureQueriesContext(connection) as captured:
            page.get(url)
        counted.append(len(captured))
    assert counted[0] == counted[1] <= 12


ROLES = {
    "coach": 200,
    "coordinator": 200,
    "team_coach": 403,
    "childcare_worker": 403,
    "administrator": 403,
    "stranger": 403,
}


@pytest.mark.parametrize(("role", "status"), ROLES.items())
def test_who_may_open_what(site_client, family, request, role, status):
    site_client.force_login(request.getfixturevalue(role))
    for url in (
        address("trainings"),
        address("volunteers"),
        address("training", family.reference),
        address("volunteering", family.reference),
    ):
        assert site_client.get(url).status_code == status


@pytest.mark.parametrize("role", ["stranger", "childcare_worker", "team_coach"])
def test_a_post_by_somebody_else_changes_nothing(site_client, family, request, role):
    site_client.force_login(request.getfixturevalue(role))
    assert site_client.post(address("training", family.reference), TRAINING).status_code == 403
    assert not TrainingParticipation.objects.exists()


def test_what_is_rarely_asked_is_folded_until_it_is_wrong(page, family):
    url = address("training", family.reference)
    assert '<details class="fold">' in page.get(url).content.decode()
    refused = page.post(url, TRAINING | {"completed": "yes"}).content.decode()
    assert '<details class="fold" open>' in refused
