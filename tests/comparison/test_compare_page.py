"""The comparison on screen: verdicts first, then only what may stand side by side."""

import pytest
from django.utils import translation

from core.ui.presentation import verdict
from tests.comparison.collected import QUERY, collect, collect_three

pytestmark = [pytest.mark.django_db, pytest.mark.identity("programme")]
PAGE = "/compare/"


@pytest.fixture
def reader(programme_client, lead_partner):
    programme_client.force_login(lead_partner)
    return programme_client


def texts(response):
    return " ".join(response.content.decode().split())


def test_the_three_flemish_sites_are_not_comparable(reader):
    collect_three()
    response = reader.get(PAGE, QUERY)
    assert [bundle.kind for bundle in response.context["bundles"]] == ["not_comparable"]
    assert len(response.context["bundles"][0].pairs) == 3
    assert response.context["groups"] == []


def test_a_cell_of_the_matrix_is_one_word_with_the_full_verdict_in_its_name(reader):
    collect_three()
    page = texts(reader.get(PAGE, QUERY))
    with translation.override("nl-be"):
        shown = verdict("not_comparable")
        cell = f'<span>{shown.short}</span><span class="visually-hidden">: {shown.label}, '
        assert cell in page
        assert f"<strong>{shown.short}</strong> {shown.label}</li>" in page


def test_verdicts_stand_before_figures(reader):
    collect_three()
    page = texts(reader.get(PAGE, QUERY))
    assert page.index('id="verdicts"') < page.index('id="alone"')


def test_figures_that_do_not_compare_stand_alone_and_in_no_chart(reader):
    collect_three(mechelen=67)
    response = reader.get(PAGE, QUERY)
    assert [one.slug for one in response.context["alone"]] == ["gent", "mechelen", "turnhout"]
    assert "<figure" not in texts(response)


def test_sites_with_the_same_practice_stand_in_one_chart(reader):
    for number, slug in enumerate(("north", "south"), start=1):
        collect(slug, number=number, base="mechelen", value=50 + number)
    response = reader.get(PAGE, QUERY)
    (group,) = response.context["groups"]
    assert group.kind == "comparable"
    assert [one.name for one in group.figures] == ["North", "South"]
    assert group.chart.rows[0][0] == "South"


def test_a_withdrawn_submission_marks_what_rested_on_it(reader):
    collect("north", number=1, base="mechelen")
    collect(
        "south",
        number=2,
        base="mechelen",
        withdrawn_at="2020-04-01T10:00Z",
        withdrawn_reason="Ten families counted twice",
    )
    response = reader.get(PAGE, QUERY)
    assert response.context["groups"] == []
    assert "Ten families counted twice." in texts(response)


def test_it_takes_as_many_statements_for_ten_sites_as_for_three(
    reader, django_assert_num_queries, django_assert_max_num_queries
):
    def count_for(sites):
        for number in sites:
            collect(f"site-{number}", number=number, base="mechelen")
        with django_assert_max_num_queries(40) as found:
            reader.get(PAGE, QUERY)
        return len(found)

    assert count_for(range(1, 4)) == count_for(range(4, 11))


def test_an_unknown_figure_is_said_to_be_unknown(reader):
    collect_three()
    response = reader.get(PAGE, {**QUERY, "indicator": "happiness"})
    assert response.status_code == 200
    assert "indicator" in response.context["form"].errors


def test_without_figures_it_says_what_will_come(reader):
    assert "form" in reader.get(PAGE).context


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("nl-be", "Niet vergelijkbaar"),
        ("nl-nl", "Niet vergelijkbaar"),
        ("fr", "Non comparable"),
        ("en-gb", "Not comparable"),
    ],
)
def test_it_speaks_the_readers_language(reader, lead_partner, language, word):
    lead_partner.language = language
    lead_partner.save()
    collect_three()
    with translation.override(language):
        response = reader.get(PAGE, QUERY, headers={"accept-language": language})
    assert f'lang="{language}"' in texts(response)
    assert word in texts(response)


def test_strangers_and_the_unknown_stay_out(programme_client, stranger):
    assert programme_client.get(PAGE).status_code == 302
    programme_client.force_login(stranger)
    assert programme_client.get(PAGE).status_code == 403
