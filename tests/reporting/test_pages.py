"""The pages of figures and approvals, for those who may see them and those who may not."""

import pytest
from django.urls import reverse

from core.audit.models import Entry
from tenants.reporting.models import Submission
from tests.reporting.cast import guided, parent, referred

pytestmark = pytest.mark.django_db

URLS = "pace.urls.partner"
READERS = ("coach", "team_coach", "coordinator", "administrator")
OTHERS = ("childcare_worker", "stranger")
PERIOD = "/figures/periods/2020-01-01/2020-06-30/"


@pytest.fixture
def open_as(site_client, in_english):
    """Get an address as one of the cast."""

    def open_as(who, url, **query):
        site_client.force_login(in_english(who))
        return site_client.get(url, query)

    return open_as


def address(name, **values):
    return reverse(f"reporting:{name}", kwargs=values, urlconf=URLS)


def test_the_dashboard_shows_figures_as_of_the_day(history, open_as):
    page = open_as("coordinator", "/figures/", end="2020-06-30").content.decode()
    assert "As of 30" in page
    assert "30 parents referred, 24 taken into a trajectory" in page.replace("\u00a0", " ")


def test_it_explains_who_did_not_start(history, open_as):
    page = open_as("coordinator", "/figures/", end="2020-06-30").content.decode()
    assert "referred and not taken into a trajectory: 6" in page


def test_it_divides_figures(history, open_as):
    page = open_as("coordinator", "/figures/", end="2020-06-30", by="family_type")
    assert "Lone parent" in page.content.decode()


def test_it_shows_why_guidance_ended(history, open_as):
    page = open_as("coordinator", "/figures/", end="2020-06-30").content.decode()
    assert "by reason" in page


def test_a_day_to_come_is_refused_with_a_way_on(open_as, db):
    answer = open_as("coordinator", "/figures/", end="2030-01-01")
    assert answer.status_code == 422
    assert "Choose today or earlier" in answer.content.decode()


def test_an_empty_site_is_told_where_figures_come_from(open_as, db):
    assert "nothing to count" in open_as("coordinator", "/figures/").content.decode()


@pytest.mark.parametrize(
    "url", ["/figures/", "/figures/periods/", PERIOD, "/figures/download/csv/"]
)
@pytest.mark.parametrize("who", READERS)
def test_readers_open_the_pages(open_as, who, url):
    assert open_as(who, url).status_code == 200


@pytest.mark.parametrize(
    "url", ["/figures/", "/figures/periods/", PERIOD, "/figures/download/csv/"]
)
@pytest.mark.parametrize("who", OTHERS)
def test_others_do_not(open_as, who, url):
    assert open_as(who, url).status_code == 403


def test_nobody_gets_in_without_signing_in(site_client, db):
    assert site_client.get("/figures/").status_code == 302


def test_the_number_of_statements_does_not_grow_with_the_rows(
    open_as, history, django_assert_max_num_queries
):
    open_as("coordinator", "/figures/")
    with django_assert_max_num_queries(34):
        open_as("coordinator", "/figures/")
    for _number in range(10):
        who = parent()
        referred(who, "2020-01-01")
        guided(who, "2020-02-01")
    with django_assert_max_num_queries(34):
        open_as("coordinator", "/figures/")


def test_the_coordinator_approves_on_the_page(history, sent, site_client, in_english):
    site_client.force_login(in_english("coordinator"))
    answer = site_client.post(PERIOD)
    made = Submission.objects.get()
    assert answer.headers["Location"] == address("approved", pk=made.pk)
    assert (
        "On its way to the shared layer"
        in site_client.get(answer.headers["Location"]).content.decode()
    )


def test_a_coach_sees_the_period_and_no_button(history, open_as, site_client):
    page = open_as("coach", PERIOD).content.decode()
    assert "Approve this period" not in page
    assert site_client.post(PERIOD).status_code == 403
    assert not Submission.objects.exists()


def test_what_is_missing_is_said_before_approving(history, open_as):
    page = open_as("coordinator", PERIOD).content.decode()
    assert "Partners will see that this is missing" in page


def test_an_approved_period_leads_to_its_page(submission, open_as):
    answer = open_as("coordinator", PERIOD)
    assert answer.headers["Location"] == address("approved", pk=submission.pk)


def test_the_difference_since_the_approval_is_shown(submission, open_as):
    referred(parent(), "2020-03-01")
    page = open_as("coordinator", address("approved", pk=submission.pk)).content.decode()
    assert "Figures that are known differently now" in page
    assert "+1" in page


def test_withdrawing_needs_a_reason(submission, site_client, coordinator):
    site_client.force_login(coordinator)
    url = address("withdraw", pk=submission.pk)
    assert site_client.post(url, {"reason": ""}).status_code == 422
    assert site_client.post(url, {"reason": "Two were counted twice."}).status_code == 302
    submission.refresh_from_db()
    assert submission.is_withdrawn


def test_a_coach_cannot_withdraw(submission, site_client, coach):
    site_client.force_login(coach)
    url = address("withdraw", pk=submission.pk)
    assert site_client.post(url, {"reason": "Two were counted twice."}).status_code == 403


def test_all_approvals_are_listed(submission, open_as):
    page = open_as("coach", "/figures/periods/").content.decode()
    assert "Carine Wouters" in page
    assert "on its way" in page


def test_another_period_can_be_chosen(open_as, db):
    answer = open_as("coach", "/figures/periods/", start="2019-02-01", end="2019-03-31")
    assert answer.headers["Location"] == "/figures/periods/2019-02-01/2019-03-31/"


def test_a_download_is_logged(history, open_as):
    open_as("coach", "/figures/download/xlsx/", end="2020-06-30")
    entry = Entry.objects.get(object_type="reporting.figures")
    assert (entry.object_id, entry.reason, entry.kind) == ("2020-06-30", "xlsx", "read")


def test_a_format_that_does_not_exist_is_not_found(open_as, db):
    assert open_as("coach", "/figures/download/exe/").status_code == 404
