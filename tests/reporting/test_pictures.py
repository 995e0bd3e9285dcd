"""A chart's title is its finding, and it is true."""

import pytest

from core.indicators.registry import Scope
from tenants.reporting.figures import CountedFigure
from tenants.reporting.web.pictures import divided_chart, way_chart
from tenants.reporting.web.shown import ShownFigure
from tenants.reporting.words import CategoryWords
from tests.reporting.cast import day

NOW = day("2020-02-29")
CODES = ("referred", "in_trajectory", "running", "ended")


def figure(code, total, unit="parent", kind="cumulative", **breakdowns):
    return CountedFigure(code, unit, kind, Scope(None, NOW), total, breakdowns)


def shown(code="ended"):
    return ShownFigure(code, "Guidance ended", 0, "parents", "since", "", NOW, None, "", "", "", "")


def divided(**counts):
    counted = figure("ended", sum(counts.values()), detail=counts)
    return divided_chart(counted, shown(), "detail", CategoryWords(None))


def way(*totals, **other):
    counted = {code: figure(code, total) for code, total in zip(CODES, totals, strict=True)}
    return way_chart(counted | other, {"referred": shown("referred")})


def test_it_names_the_largest_group():
    assert "“moved” is the largest group, 75% of 4" in divided(moved=3, lost=1).title


def test_it_names_all_who_share_the_first_place():
    title = divided(moved=2, lost=2).title
    assert "“moved” and “lost” are the largest groups, each 50% of 4" in title


def test_ages_stand_in_their_order():
    counted = figure("ended", 9, child_age={"m24_35": 6, "m0_11": 3})
    chart = divided_chart(counted, shown(), "child_age", CategoryWords(None))
    assert [row[0] for row in chart.rows] == ["0 to 11 months", "24 to 35 months"]


def test_who_did_not_start_is_explained():
    chart = way(86, 67, 33, 34)
    assert chart.title == "Of 86 referred, 33 are in guidance now"
    assert chart.rows[2] == ["Not started", "19"]


@pytest.mark.parametrize(
    "counted",
    [
        {"in_trajectory": figure("in_trajectory", 67, unit="family")},
        {"referred": figure("referred", 86, kind="flow")},
        {"in_trajectory": figure("in_trajectory", 90)},
        {"running": figure("running", 30)},
    ],
)
def test_figures_that_do_not_hang_together_are_not_drawn_together(counted):
    assert way(86, 67, 33, 34, **counted) is None
