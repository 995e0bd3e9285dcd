"""The policy's corners: zeros, tiny totals, common populations, what was told before."""

from core.disclosure.gate import protect
from core.disclosure.table import Figure, Table
from core.indicators.enums import Audience, CellState
from tests.disclosure.tables import cells_of, nested, one_figure

REFERRED = Figure("referred")


def told(table):
    """Values by category of the one breakdown there is."""
    face = protect(table, Audience.CONSORTIUM)
    return [face[key].value for found in table.breakdowns() for key in found.keys]


def test_zeros_are_shown():
    assert told(one_figure(target_group=[3, 0, 8, 20])) == [None, 0, None, 20]


def test_the_smallest_count_that_helps_is_hidden_with_the_small_one():
    assert told(one_figure(target_group=[3, 30, 6])) == [None, 30, None]


def test_a_small_total_is_exact_and_its_breakdown_is_withheld_with_its_zeros():
    table = one_figure(target_group=[1, 2, 0])
    face = protect(table, Audience.CONSORTIUM)
    assert face[REFERRED.cell()].value == 3
    assert told(table) == [None, None, None]


def test_a_common_population_of_a_few_people_is_withheld():
    table = nested([1, 2, 0], [20, 20, 20])
    face = protect(table, Audience.CONSORTIUM)
    common = [value for key, value in face.items() if key.population != "own"]
    assert {value.state for value in common} == {CellState.SUPPRESSED}


def test_a_common_population_that_leaves_out_a_few_people_is_withheld():
    table = nested([20, 20, 20], [1, 2, 0])
    face = protect(table, Audience.CONSORTIUM)
    assert all(face[key].value is None for key in face if key.population != "own")
    assert face[REFERRED.cell()].value == 63


def test_what_was_suppressed_before_stays_suppressed():
    key = REFERRED.cell("target_group", "c1")
    cells = cells_of(REFERRED, target_group=[12, 9, 11])
    before = Table(cells, told={key: None})
    assert protect(before, Audience.CONSORTIUM)[key].value is None
    assert told(before).count(None) >= 2


def test_what_was_shown_before_is_not_used_to_hide_something_else():
    cells = cells_of(REFERRED, target_group=[3, 6, 30, 40])
    known = REFERRED.cell("target_group", "c1")
    assert told(Table(cells, told={known: 6})) == [None, 6, None, 40]


def test_the_site_itself_sees_everything():
    table = one_figure(target_group=[1, 2, 0])
    face = protect(table, "site")
    assert {key: value.value for key, value in face.items()} == dict(table.cells)
