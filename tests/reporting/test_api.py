"""The API: the same figures, the same approvals, the same permissions."""

import pytest

from tenants.reporting.models import Submission

pytestmark = pytest.mark.django_db

PERIOD = {"start": "2020-01-01", "end": "2020-06-30"}
REASON = {"reason": "Two were counted twice."}


@pytest.fixture
def call(site_client, in_english):
    """Call an address of the API as one of the cast."""

    def call(who, method, url, data=None):
        site_client.force_login(in_english(who))
        send = getattr(site_client, method)
        options = {} if method == "get" else {"content_type": "application/json"}
        return send(f"/api/v1/{url}", data, **options)

    return call


def test_figures_as_of_a_day(history, call):
    found = call("coach", "get", "figures/?as_of=2020-06-30").json()
    referred = next(row for row in found if row["code"] == "referred")
    assert (referred["total"], referred["unit"], referred["as_of"]) == (30, "parent", "2020-06-30")


def test_figures_divided(history, call):
    found = call("coach", "get", "figures/?as_of=2020-06-30&by=family_type").json()
    taken_in = next(row for row in found if row["code"] == "in_trajectory")
    assert taken_in["categories"] == {"lone_parent": 21, "couple": 3}


@pytest.mark.parametrize(
    "query",
    [
        "as_of=soon",
        "by=colour",
        "start=2020-07-01&end=2020-06-30",
        "as_of=2020-01-01&end=2020-02-01",
    ],
)
def test_a_wrong_question_is_told(call, query, db):
    assert call("coach", "get", f"figures/?{query}").status_code == 400


def test_a_period_is_approved_listed_and_withdrawn(history, sent, call):
    made = call("coordinator", "post", "submissions/", PERIOD)
    assert made.status_code == 201
    number = made.json()["id"]
    assert call("coach", "get", "submissions/").json()["count"] == 1
    withdrawn = call("coordinator", "post", f"submissions/{number}/withdraw/", REASON)
    assert withdrawn.json()["withdrawn_reason"] == REASON["reason"]


def test_a_refusal_is_told_by_field(submission, call):
    again = call("coordinator", "post", "submissions/", PERIOD)
    assert again.status_code == 400
    assert "Withdraw that approval first" in again.json()["start"][0]


TABLE = [
    ("get", "figures/", {"coach", "team_coach", "coordinator", "administrator"}, 200),
    ("get", "submissions/", {"coach", "team_coach", "coordinator", "administrator"}, 200),
    ("post", "submissions/", {"coordinator"}, 201),
]
CAST = ("coach", "childcare_worker", "team_coach", "coordinator", "administrator", "stranger")


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize(("method", "url", "allowed", "status"), TABLE)
def test_permissions(sent, call, who, method, url, allowed, status, db):
    answer = call(who, method, url, PERIOD if method == "post" else None)
    assert answer.status_code == (status if who in allowed else 403)
    assert Submission.objects.exists() == (method == "post" and who in allowed)


@pytest.mark.parametrize("who", [who for who in CAST if who != "coordinator"])
def test_only_the_coordinator_withdraws(submission, call, who):
    answer = call(who, "post", f"submissions/{submission.pk}/withdraw/", REASON)
    assert answer.status_code == 403
