"""In public: multiples of five that add up, the same in each release, never too small a base."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from core.disclosure.gate import protect
from core.disclosure.table import Figure, Table
from core.indicators.enums import Audience
from tests.disclosure.tables import adding_up, cells_of, like_a_submission, one_figure

REFERRED = Figure("referred")
counts_of_groups = st.lists(st.integers(0, 60), min_size=2, max_size=6)


def shown(face):
    return {key: told.value for key, told in face.items() if told.value is not None}


@settings(max_examples=100, deadline=None)
@given(counts_of_groups)
def test_every_count_is_a_neighbouring_multiple_of_five(counts):
    table = one_figure(target_group=counts)
    for key, value in shown(protect(table, Audience.PUBLIC)).items():
        assert value % 5 == 0
        assert abs(value - table.cells[key]) < 5


@settings(max_examples=100, deadline=None)
@given(counts_of_groups, st.randoms(use_true_random=False))
def test_rounded_categories_add_up_to_the_rounded_total(counts, random):
    other = list(counts)
    random.shuffle(other)
    table = one_figure(target_group=counts, family_type=other)
    face = protect(table, Audience.PUBLIC)
    for found in table.breakdowns():
        values = [face[key].value for key in found.keys]
        if sum(counts) >= 20:
            assert sum(values) == face[REFERRED.cell()].value
        else:
            assert values == [None] * len(counts)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_figures_that_add_up_still_do(seed):
    table = like_a_submission(seed)
    face = protect(table, Audience.PUBLIC)
    for whole, parts in table.cell_sums():
        values = [face[key].value for key in (whole, *parts) if key in face]
        if None not in values:
            assert values[0] == sum(values[1:])


def test_it_rounds_the_same_way_each_time():
    table = like_a_submission(7)
    assert protect(table, Audience.PUBLIC) == protect(table, Audience.PUBLIC)


@settings(max_examples=60, deadline=None)
@given(counts_of_groups, counts_of_groups)
def test_the_same_count_of_the_same_cell_is_rounded_as_before(first, second):
    earlier = one_figure(target_group=first)
    rounded = {
        (key, earlier.cells[key]): value
        for key, value in shown(protect(earlier, Audience.PUBLIC)).items()
    }
    later = Table(cells_of(REFERRED, target_group=second), rounded=rounded)
    for key, value in shown(protect(later, Audience.PUBLIC)).items():
        assert value == rounded.get((key, later.cells[key]), value)


def test_a_share_of_fewer_than_twenty_is_withheld():
    table = one_figure(target_group=[9, 10])
    assert shown(protect(table, Audience.PUBLIC)) == {}


def test_a_small_figure_of_a_large_group_is_told_and_not_broken_down():
    cells = cells_of(REFERRED, target_group=[3, 4])
    face = protect(Table(cells, denominators={REFERRED: 60}), Audience.PUBLIC)
    assert set(shown(face)) == {REFERRED.cell()}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 14), min_size=3, max_size=3).filter(lambda c: sum(c) >= 20))
def test_a_reader_is_left_with_at_least_five_values_for_every_cell(counts):
    table = one_figure(target_group=counts)
    face = protect(table, Audience.PUBLIC)
    keys = [key for key in face if not key.is_total]
    total = face[REFERRED.cell()].value
    ranges = [range(max(face[key].value - 4, 0), face[key].value + 5) for key in keys]
    worlds = [world for world in product(*ranges) if abs(sum(world) - total) < 5]
    for position in range(len(keys)):
        assert len({world[position] for world in worlds}) >= 5


def test_two_figures_that_add_up_are_rounded_together():
    table = adding_up([31, 12], [31, 12])
    face = protect(table, Audience.PUBLIC)
    figures = [Figure(code).cell() for code in ("ended", "running")]
    assert face[Figure("in_trajectory").cell()].value == sum(face[key].value for key in figures)
