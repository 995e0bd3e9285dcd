"""Charts say their finding, begin at nought, and never draw what is withheld."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils import translation

from core.ui.charts import (
    Estimate,
    Series,
    TimeSeries,
    Written,
    bar_chart,
    dot_chart,
    line_chart,
    small_multiples,
)
from core.ui.charts.lines import moved_apart
from core.ui.charts.scale import Calendar, Scale

DAYS = [date(2020, month, 1) for month in (1, 2, 3, 4)]


def bars(values=(27, 9, None), **options):
    return bar_chart(
        title="Most found <work>",
        categories=["Mechelen", "Gent", "Turnhout"],
        series=[Series("Parents", values)],
        **options,
    )


def line(**options):
    return line_chart(
        title="It grew",
        series=[TimeSeries("Gent", list(zip(DAYS, [1, None, 3, 4], strict=True)))],
        **options,
    )


def estimates():
    shares = [Estimate("Gent", 0.4, 0.3, 0.5), Estimate("Arques", None, note="other unit")]
    return dot_chart(title="No difference", estimates=shares, reference=0.4, reference_label="all")


def multiples():
    return small_multiples(
        title="All grew", series=[TimeSeries("Gent", list(zip(DAYS, [1, 2, 3, 4], strict=True)))]
    )


@pytest.mark.parametrize("draw", [bars, line, estimates, multiples])
def test_a_chart_is_an_image_with_a_title_and_a_description(draw):
    svg = ElementTree.fromstring(re.search(r"<svg.*</svg>", str(draw().svg)).group())
    ids = svg.attrib["aria-labelledby"].split()
    assert svg.attrib["role"] == "img"
    assert [part.attrib["id"] for part in svg[:2]] == ids
    assert all(part.text for part in svg[:2])


@pytest.mark.parametrize("draw", [bars, line, estimates, multiples])
def test_colours_are_classes_so_that_themes_and_print_follow(draw):
    svg = str(draw().svg)
    assert "series-1" in svg
    assert not re.search(r'style=|fill="#|stroke="#|fill="rgb', svg)


@pytest.mark.parametrize("draw", [bars, line, estimates, multiples])
def test_every_chart_has_its_figures_as_a_table(draw):
    chart = draw()
    assert len(chart.rows) >= 2
    assert all(len(row) == len(chart.columns) for row in chart.rows)


def test_the_longest_bar_leaves_room_for_its_figure_and_others_keep_the_ratio():
    widths = [
        float(w) for w in re.findall(r'class="bar series-1"[^>]*width="([\d.]+)%"', bars().svg)
    ]
    assert widths[0] < 95
    assert widths[1] / widths[0] == pytest.approx(9 / 27, abs=0.001)


def test_a_withheld_value_is_said_and_not_drawn():
    chart = bars(withheld="fewer than 5")
    assert str(chart.svg).count('class="bar series-1"') == 2
    assert chart.svg.count("fewer than 5") == 2  # beside the label and in the description
    assert chart.rows[2] == ["Turnhout", "fewer than 5"]


def test_text_from_outside_is_escaped():
    assert "Most found &lt;work&gt;" in bars().svg


def test_figures_are_written_as_the_reader_does():
    with translation.override("nl-be"):
        assert "1.204" in bars(values=(1204, 1, 2)).svg
    with translation.override("en-gb"):
        assert bars(values=(0.41, 0, 0), write=Written("percent")).rows[0] == ["Mechelen", "41%"]


def test_a_gap_in_a_series_breaks_its_line():
    assert re.search(r' d="M[^"]*M[^"]*"', line().svg)


def test_a_stock_is_drawn_in_steps():
    assert "H" in re.search(r' d="([^"]*)"', line(step=True).svg).group(1)


def test_an_axis_of_counts_has_whole_round_steps_from_nought():
    assert Scale.around([86.0]).ticks == [0, 25, 50, 75, 100]
    assert Scale.around([3.0]).ticks == [0, 1, 2, 3]
    assert Scale.around([]).ticks == [0, 1]


def test_a_long_time_is_marked_in_years_and_a_short_one_in_months():
    years = Calendar(date(2017, 1, 1), date(2022, 12, 31)).ticks()
    assert [day.year for day in years] == [2017, 2018, 2019, 2020, 2021, 2022]
    months = Calendar(date(2020, 1, 1), date(2020, 12, 31)).ticks()
    assert [day.month for day in months] == [1, 3, 5, 7, 9, 11]


def test_names_at_the_ends_of_lines_do_not_touch():
    assert moved_apart([10, 12, 60], apart=18) == [10, 28, 60]


def test_six_charts_stay_small():
    drawn = "".join(str(draw().svg) for draw in (bars, line, estimates, bars, line, estimates))
    assert len(drawn.encode()) < 16_000
