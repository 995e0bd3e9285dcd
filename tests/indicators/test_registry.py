"""Measures are registered once each, and asked in the order of the indicators."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured

from core.indicators.registry import Measure, Measures, Scope


def measure(code="referred", kind="cumulative", units=("parent", "family")):
    return Measure(code=code, kind=kind, units=units, rows=lambda scope: None)


class Practice:
    def __init__(self, unit):
        self.unit = unit


def test_a_second_measure_for_an_indicator_stops_the_start():
    measures = Measures()
    measures.register(measure())
    with pytest.raises(ImproperlyConfigured, match="referred"):
        measures.register(measure())


def test_measures_come_in_the_order_of_the_indicators():
    measures = Measures()
    for code in ("own_one", "at_work", "referred"):
        measures.register(measure(code))
    assert [found.code for found in measures] == ["referred", "at_work", "own_one"]


def test_the_practice_chooses_among_the_units_of_the_measure():
    assert measure().unit_for(Practice("family")) == "family"
    assert measure().unit_for(Practice("child")) == "parent"
    assert measure().unit_for(None) == "parent"


def test_an_unknown_unit_or_kind_is_refused():
    with pytest.raises(ImproperlyConfigured, match="units"):
        measure(units=("head",))
    with pytest.raises(ImproperlyConfigured, match="kind"):
        measure(kind="average")


def test_a_period_runs_forward():
    with pytest.raises(ValueError, match="before it starts"):
        Scope(start=date(2020, 2, 1), end=date(2020, 1, 31))
