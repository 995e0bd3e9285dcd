"""Between partners: no small count can be narrowed to fewer than five values, none pinned down."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.disclosure.gate import protect
from core.disclosure.table import Face, Figure, Key, Table, Told
from core.indicators.enums import Audience
from tests.disclosure.attacker import possible_values, shrink
from tests.disclosure.tables import adding_up, like_a_submission, nested, one_figure

small_counts = st.lists(st.integers(0, 6), min_size=3, max_size=4)
three = st.lists(st.integers(0, 6), min_size=3, max_size=3)


def naive_face(table: Table) -> Face:
    """The usual mistake: hide the small counts and nothing else."""
    return {
        key: Told(None if not key.is_total and 0 < count < 5 else count)
        for key, count in table.cells.items()
    }


def narrowed(table: Table, face: Face) -> list[Key]:
    """People the attacker counts more closely than the exact total does by itself.

    That a group is empty is no secret, so zeros do not count.
    """
    return [
        key
        for key, values in possible_values(table, face).items()
        if max(values) - min(values) < needed(table, key)
    ]


def needed(table: Table, key: Key) -> int:
    """How far apart the values that the attacker is left with must be."""
    count = table.cells[key]
    return min(4 if count < 5 else 1, table.total(key.figure)) if count else 0


@settings(max_examples=60, deadline=None)
@given(small_counts, st.randoms(use_true_random=False))
def test_two_breakdowns_of_the_same_people_give_nothing_away(counts, random):
    other = list(counts)
    random.shuffle(other)
    table = one_figure(target_group=counts, family_type=other)
    assert narrowed(table, protect(table, Audience.CONSORTIUM)) == []


@settings(max_examples=30, deadline=None)
@given(three, three)
@example([6, 0, 5], [3, 6, 6])
def test_figures_that_add_up_give_nothing_away(ended, running):
    table = adding_up(ended, running)
    assert narrowed(table, protect(table, Audience.CONSORTIUM)) == []


@settings(max_examples=30, deadline=None)
@given(three, three)
def test_a_population_inside_another_gives_nothing_away(inside, outside):
    table = nested(inside, outside)
    face = protect(table, Audience.CONSORTIUM)
    assert narrowed(table, face) == []
    assert rests_told(table, face) == []


def rests_told(table: Table, face: Face) -> list[Key]:
    """Cells where the few people outside the population can be had by subtraction."""
    return [
        part
        for part, whole, _rest in table.cell_pairs()
        if None not in (face[part].value, face[whole].value)
        and 0 < face[whole].value - face[part].value < 5
    ]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_a_whole_submission_gives_nothing_away(seed):
    table = like_a_submission(seed)
    face = protect(table, Audience.CONSORTIUM)
    for key, (low, high) in shrink(table, face).items():
        assert high - low >= needed(table, key), key


@settings(max_examples=60, deadline=None)
@given(small_counts)
def test_totals_are_exact_and_small_counts_are_hidden(counts):
    table = one_figure(target_group=counts)
    face = protect(table, Audience.CONSORTIUM)
    assert face[Figure("referred").cell()].value == sum(counts)
    for key, count in table.cells.items():
        assert key.is_total or not 0 < count < 5 or face[key].value is None
        assert face[key].value in (None, count)


@pytest.mark.parametrize(
    "table",
    [
        one_figure(target_group=[3, 12, 9]),
        one_figure(target_group=[1, 1, 1, 12]),
        adding_up([7, 5, 6], [3, 6, 5]),
    ],
)
def test_the_attacker_breaks_what_hides_small_counts_alone(table):
    assert narrowed(table, naive_face(table)) != []
    assert narrowed(table, protect(table, Audience.CONSORTIUM)) == []


def test_nothing_is_hidden_where_nothing_is_small():
    table = one_figure(target_group=[12, 9, 0], family_type=[8, 13])
    face = protect(table, Audience.CONSORTIUM)
    assert all(told.value is not None for told in face.values())
