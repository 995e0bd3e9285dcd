"""What `manage.py bench` promises: known names, one JSON line per figure, honest ratios."""

import io
import json
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from pace.bench.figure import Figure
from pace.management.commands import bench


@pytest.mark.parametrize("name", ["isolation", "criteria", "requests", "provision", "import"])
def test_each_benchmark_is_there(name):
    assert callable(import_module(bench.BENCHMARKS[name]).run)


def test_it_prints_one_line_per_figure_with_the_agreed_keys(monkeypatch):
    figures = [Figure.beside("new-site", 0.01, "s", 1.0), Figure("harm", 0, "attacks")]
    stand_in = SimpleNamespace(run=lambda quick: iter(figures))
    monkeypatch.setattr(bench, "import_module", lambda name: stand_in)
    out = io.StringIO()
    call_command("bench", "provision", "--quick", "--json", stdout=out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [set(line) for line in lines] == [{"name", "value", "unit", "reference", "ratio"}] * 2
    assert lines[0]["ratio"] == 0.01


def test_an_unknown_benchmark_is_refused():
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("bench", "speed")


def test_a_reference_of_nothing_gives_no_ratio():
    assert Figure.beside("oversold", 3, "places", 0).ratio is None
