"""Two sites: every reason, a person for each difference, both practices side by side."""

import pytest

from core.indicators.models import CollectedSubmission, CommonPopulation
from tests.comparison.collected import QUERY, add_cells, collect, collect_three
from tests.comparison.sides import shipped

pytestmark = [pytest.mark.django_db, pytest.mark.identity("programme")]
PAGE = "/compare/gent/mechelen/"


@pytest.fixture
def reader(programme_client, lead_partner):
    lead_partner.language = "en-gb"
    lead_partner.save()
    programme_client.force_login(lead_partner)
    return programme_client


def test_it_names_every_reason_with_a_person(reader):
    collect_three()
    page = reader.get(PAGE, QUERY, headers={"accept-language": "en-gb"}).content.decode()
    assert "Gent counts families." in page
    assert "one at Gent, two at Mechelen" in page
    assert "Such a parent belongs at Gent, not at Mechelen." in page


def test_it_sets_both_practices_side_by_side(reader):
    collect_three()
    rows = reader.get(PAGE, QUERY).context["practices"]
    assert [row.differs for row in rows][:3] == [True, True, True]


def test_no_figure_stands_on_it(reader):
    collect_three(mechelen=6789, gent=5432)
    page = reader.get(PAGE, QUERY).content.decode()
    assert "6789" not in page
    assert "5432" not in page


def test_it_offers_those_in_common(reader):
    """Mechelen and Saint-Martin-Boulogne both work for job seekers without childcare."""
    names = ("mechelen", "saint-martin-boulogne")
    CommonPopulation.objects.create(
        code="seekers",
        label="Job seekers with a small child",
        sites=list(names),
        criteria={
            "all": [
                {"attribute": "youngest_child_age_months", "below": 36},
                {"attribute": "registered_jobseeker", "is": True},
                {"attribute": "childcare_is_barrier", "is": True},
            ]
        },
    )
    for number, slug in enumerate(names, start=1):
        add_cells(collect(slug, number=number), shipped(slug), 12, "common:seekers")
    response = reader.get("/compare/", QUERY)
    (group,) = response.context["groups"]
    assert group.kind == "restricted"
    assert {one.value for one in group.figures} == {13}
    assert len(response.context["alone"]) == 2


@pytest.mark.parametrize(
    "address", ["/compare/gent/gent/", "/compare/gent/atlantis/", "/compare/gent/turnhout/"]
)
def test_a_pair_that_is_not_there_is_not_found(reader, address):
    collect("gent", number=1)
    assert reader.get(address, QUERY).status_code == 404


def test_an_impossible_question_is_not_found(reader):
    collect_three()
    assert reader.get(PAGE, {"indicator": "happiness"}).status_code == 404


def test_a_withdrawal_is_said_there_too(reader):
    collect_three()
    CollectedSubmission.objects.filter(partner_slug="gent").update(
        withdrawn_at="2020-04-01T10:00Z", withdrawn_reason="Counted twice."
    )
    assert "Counted twice." in reader.get(PAGE, QUERY).content.decode()


def test_strangers_and_the_unknown_stay_out(programme_client, stranger):
    collect_three()
    assert programme_client.get(PAGE, QUERY).status_code == 302
    programme_client.force_login(stranger)
    assert programme_client.get(PAGE, QUERY).status_code == 403
