"""The comparison over the API: verdict first, same people as the pages."""

import pytest

from tests.comparison.collected import collect, collect_three

pytestmark = [pytest.mark.django_db, pytest.mark.identity("programme")]
ASKED = {"indicator": "in_trajectory", "period_start": "2020-01-01", "period_end": "2020-02-29"}


@pytest.fixture
def reader(programme_client, lead_partner):
    programme_client.force_login(lead_partner)
    return programme_client


def test_it_lists_the_definitions(reader):
    found = reader.get("/api/v1/indicators/").json()
    rows = found["results"] if isinstance(found, dict) else found
    assert "in_trajectory" in [row["code"] for row in rows]


def test_it_gives_verdicts_with_reasons_and_no_group(reader):
    collect_three(mechelen=67)
    found = reader.get("/api/v1/comparison/", ASKED).json()
    assert {pair["verdict"] for pair in found["verdicts"]} == {"not_comparable"}
    assert found["groups"] == []
    assert {one["site"] for one in found["alone"]} == {"gent", "mechelen", "turnhout"}


def test_comparable_figures_come_as_a_group(reader):
    for number, slug in enumerate(("north", "south"), start=1):
        collect(slug, number=number, base="mechelen", value=50)
    (group,) = reader.get("/api/v1/comparison/", ASKED).json()["groups"]
    assert group["verdict"] == "comparable"
    assert [one["site"] for one in group["figures"]] == ["north", "south"]


def test_collected_figures_are_those_that_partners_may_see(reader):
    submission = collect("mechelen", number=1)
    submission.cells.filter(indicator="ended").update(audience="public")
    found = reader.get("/api/v1/collected/?site=mechelen").json()
    rows = found["results"] if isinstance(found, dict) else found
    assert "ended" not in [cell["indicator"] for cell in rows[0]["cells"]]


def test_collected_figures_come_one_site_at_a_time(reader):
    collect("mechelen", number=1)
    collect("gent", number=2)
    assert set(reader.get("/api/v1/collected/").json()) == {"site"}
    found = reader.get("/api/v1/collected/?site=gent").json()
    rows = found["results"] if isinstance(found, dict) else found
    assert len(rows) == 1


@pytest.mark.parametrize("wrong", [{"indicator": "nothing"}, {"period_end": "2019-01-01"}])
def test_a_wrong_question_is_refused(reader, wrong):
    response = reader.get("/api/v1/comparison/", {**ASKED, **wrong})
    assert response.status_code in (400, 404)


@pytest.mark.parametrize("name", ["indicators", "collected", "comparison"])
def test_strangers_are_refused(programme_client, stranger, name):
    assert programme_client.get(f"/api/v1/{name}/", ASKED).status_code in (401, 403)
    programme_client.force_login(stranger)
    assert programme_client.get(f"/api/v1/{name}/", ASKED).status_code == 403


def test_the_api_is_described(reader):
    described = reader.get("/api/v1/openapi.json").content.decode()
    for name in ("indicators", "collected", "comparison"):
        assert f"/api/v1/{name}/" in described
