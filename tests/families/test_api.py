"""The API: the same services, permissions and rules as the screens."""

import pytest

from core.audit.models import Entry
from tenants.families.models import Decision, Family, Situation
from tenants.families.services import register_referral
from tests.families.conftest import ELIGIBLE

pytestmark = pytest.mark.django_db
URL = "/api/v1/families/"
REFERRAL = {
    "family": {"name": "Yıldız", "residence_lau": "BE-12025"},
    "parent": {"first_name": "Ayşe", "last_name": "Yıldız", "birth_date": "1996-05-04"},
    "children": [{"first_name": "Can", "last_name": "Yıldız", "birth_date": "2025-03-01"}],
    "referred_on": "2026-11-02",
    "referrer": "employment_service",
}


@pytest.fixture
def api(site_client, coach):
    coach.language = "en-gb"
    coach.save()
    site_client.force_login(coach)

    def post(path, body):
        return site_client.post(f"{URL}{path}", body, content_type="application/json")

    return post


def test_it_registers_holds_the_intake_and_decides(api):
    family = api("", REFERRAL).json()
    parent = family["guardians"][0]["id"]
    path = f"{family['reference']}/parents/{parent}"
    intake = api(f"{path}/intakes/", {"held_on": "2026-11-09", "answers": ELIGIBLE})
    decision = api(f"{path}/decisions/", {"decided_on": "2026-11-09"})

    assert intake.json()["answers"]["childcare_is_barrier"] is True
    assert decision.json()["outcome"] == "eligible"
    assert "Eligible: " in decision.json()["reasons"]["families_with_childcare_barrier"]
    assert Decision.objects.get().decided_by_name == "An Peeters"


def test_its_refusals_are_those_of_the_service(api, coach):
    wrong = {**REFERRAL, "referrer": "nobody", "referred_on": "2026-11-30"}
    wrong["parent"] = {**wrong["parent"], "birth_date": "2027-01-01"}
    answer = api("", wrong)
    assert answer.status_code == 400
    assert set(answer.json()) == {"parent.birth_date", "referred_on"}
    assert not Family.objects.exists()


def test_what_is_of_the_wrong_kind_is_refused_by_dotted_field(api):
    wrong = {**REFERRAL, "parent": {"first_name": "", "birth_date": "yesterday"}}
    wrong["children"] = [REFERRAL["children"][0], {"first_name": "Ece"}]
    errors = api("", wrong).json()
    assert set(errors) == {
        "parent.first_name",
        "parent.last_name",
        "parent.birth_date",
        "children.1.last_name",
    }


def test_it_asks_to_confirm_a_likeness(api, referral):
    refused = api("", REFERRAL)
    assert refused.status_code == 400
    assert "F-2026-0001" in refused.json()["is_another_family"][0]
    assert api("", {**REFERRAL, "is_another_family": True}).status_code == 201


def test_a_misspelt_answer_does_not_pass_for_an_unknown_one(api, guardian):
    path = f"F-2026-0001/parents/{guardian.pk}/intakes/"
    errors = api(path, {"held_on": "2026-11-09", "answers": {"lone_parents": True}}).json()
    assert set(errors) == {"answers.lone_parents"}
    assert not Situation.objects.exists()


def test_an_answer_that_is_none_is_refused_where_it_stands(api, guardian):
    path = f"F-2026-0001/parents/{guardian.pk}/intakes/"
    errors = api(path, {"held_on": "2026-11-30", "answers": {"income_band": "rich"}}).json()
    assert set(errors) == {"answers.income_band", "held_on"}


def test_a_decision_without_an_intake_is_refused(api, guardian):
    answer = api(f"F-2026-0001/parents/{guardian.pk}/decisions/", {"decided_on": "2026-11-09"})
    assert answer.status_code == 400
    assert "no intake" in answer.json()["non_field_errors"][0]


def test_it_lists_finds_and_opens_families(site_client, coach, referral):
    site_client.force_login(coach)
    found = site_client.get(f"{URL}?q=yildiz&state=referred").json()
    assert [row["reference"] for row in found["results"]] == ["F-2026-0001"]
    assert site_client.get(f"{URL}?state=waiting").json()["count"] == 0

    file = site_client.get(f"{URL}F-2026-0001/").json()
    assert file["referrals"][0]["referrer"] == "employment_service"
    assert Entry.objects.filter(kind="read", family_id=referral.family_id).count() == 1


@pytest.mark.parametrize("person", ["stranger", "childcare_worker", "team_coach", "administrator"])
def test_others_are_refused_at_every_door(person, request, site_client, referral):
    site_client.force_login(request.getfixturevalue(person))
    step = f"{URL}F-2026-0001/parents/{referral.guardian_id}"
    for address in (URL, f"{URL}F-2026-0001/"):
        assert site_client.get(address).status_code == 403
    for address in (URL, f"{step}/intakes/", f"{step}/decisions/"):
        assert site_client.post(address, {}, content_type="application/json").status_code == 403


def test_who_is_not_signed_in_is_told_so(site_client, referral):
    assert site_client.get(URL).status_code == 401
    assert site_client.post(URL, {}, content_type="application/json").status_code == 401


def test_it_stands_in_the_api_description(site_client, coach):
    site_client.force_login(coach)
    paths = site_client.get("/api/v1/openapi.json?format=json").json()["paths"]
    step = "/api/v1/families/{reference}/parents/{guardian}"
    assert {"get", "post"} <= set(paths["/api/v1/families/"])
    assert f"{step}/intakes/" in paths
    assert register_referral.__kwdefaults__["is_another_family"] is False
