"""Seeded defects: the mistakes that are easily made in such an engine, each made on purpose.

A routine that lets one of them pass here would let it pass tomorrow, when it is made in earnest.
Each function below takes the place of the engine's own for a moment; its name says what is wrong.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from core.sites.criteria import (
    cells,
    common_population,
    evaluation,
    queries,
    relations,
    truth,
)
from core.sites.criteria.diagrams import EVERYONE, NO_ONE, Diagrams
from core.sites.criteria.leaves import LEAVES, Within
from core.sites.criteria.proof.checks import disagreements
from core.sites.criteria.proof.invention import Trial
from core.sites.criteria.relations import Recorded, RelationKind, Witness


@dataclass(frozen=True)
class Mutant:
    """One defect and the function it takes the place of, in a module or a class."""

    place: Any
    function: str
    wrong: Callable[..., Any]

    @property
    def name(self) -> str:
        return self.wrong.__name__.replace("_", " ")

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """The engine with this defect, until the block ends."""
        right = getattr(self.place, self.function)
        setattr(self.place, self.function, self.wrong)
        try:
            yield
        finally:
            setattr(self.place, self.function, right)


def caught(mutant: Mutant, trials: Iterable[Trial]) -> bool:
    """Whether the checking routine notices the defect."""
    with mutant.at_work():
        return next(disagreements(trials), None) is not None


def survivors(trials: Iterable[Trial]) -> list[str]:
    """The defects that nobody notices on these trials."""
    trials = list(trials)
    return [mutant.name for mutant in MUTANTS if not caught(mutant, trials)]


MUTANTS: list[Mutant] = []


def instead_of(place: Any, function: str) -> Callable[[Callable], Callable]:
    """Marks a function as the defective form of the engine's own."""

    def seed(wrong: Callable) -> Callable:
        MUTANTS.append(Mutant(place, function, wrong))
        return wrong

    return seed


# The engine's own functions, for defects that are right most of the time.
_within = truth.within
_codes, _pieces = cells.codes, cells.pieces
_shortest_way, _witness = Diagrams.shortest_way, relations.witness
_condition_on, _rows_at_least = queries.condition_on, queries.at_least
_without_implied = common_population._without_implied


# Three-valued truth


@instead_of(truth, "opposite")
def not_unknown_is_true(value):
    return not value


@instead_of(truth, "every")
def unknown_outweighs_false_in_all(values):
    return None if None in values else all(values)


@instead_of(truth, "some")
def unknown_is_false_in_any(values):
    return True in values


@instead_of(truth, "at_least")
def at_least_k_counts_unknowns(count, values):
    return len(values) - values.count(False) >= count


@instead_of(truth, "at_least")
def at_least_k_asks_one_more(count, values):
    return values.count(True) > count


@instead_of(truth, "within")
def an_interval_takes_in_its_end(leaf, answer):
    return _within(leaf, answer) or answer == leaf.below


@instead_of(truth, "within")
def an_interval_leaves_out_its_beginning(leaf, answer):
    return _within(leaf, answer) and answer != leaf.start


# Reasons


@instead_of(evaluation, "responsible")
def reasons_are_named_that_do_not_matter(judged):
    if isinstance(judged.node, LEAVES):
        yield evaluation.Reason(judged.node, judged.value)
    for part in judged.parts:
        yield from reasons_are_named_that_do_not_matter(part)


@instead_of(evaluation, "left_open")
def no_question_is_left_after_a_refusal(judged, *, wanted):
    return iter(())


# Cells


@instead_of(cells, "codes")
def an_open_list_has_no_other_code(attribute, leaves):
    return [code for code in _codes(attribute, leaves) if code != attribute.other]


@instead_of(cells, "codes")
def a_closed_list_has_no_unmentioned_code(attribute, leaves):
    mentioned = [code for leaf in leaves for code in leaf.codes]
    return [code for code in _codes(attribute, leaves) if attribute.is_open or code in mentioned]


@instead_of(cells, "pieces")
def an_interval_is_cut_only_where_leaves_begin(attribute, leaves):
    return _pieces(attribute, [leaf.model_copy(update={"below": None}) for leaf in leaves])


# Diagrams


@instead_of(Diagrams, "at_least")
def one_set_is_counted_several_times(self, count, sets):
    reached = [EVERYONE] + [NO_ONE] * count
    for one in sets:
        for k in range(1, count + 1):
            reached[k] = self.either(reached[k], self.both(one, reached[k - 1]))
    return reached[count]


@instead_of(Diagrams, "_combine")
def both_and_either_share_their_memory(self, absorbing, left, right):
    left, right = sorted((left, right))
    if left == right or left <= EVERYONE:
        return absorbing if left == absorbing else right
    if (left, right) not in self._combined:
        self._combined[left, right] = self._combine_edges(absorbing, left, right)
    return self._combined[left, right]


@instead_of(Diagrams, "opposite")
def only_everyone_and_no_one_have_an_opposite(self, one):
    return self._opposites.get(one, one)


# Relations and witnesses


@instead_of(relations, "kind_of")
def a_part_is_called_apart(only_a, only_b, both):
    if only_a and only_b:
        return RelationKind.OVERLAP if both else RelationKind.DISJOINT
    return RelationKind.DISJOINT if only_a or only_b else RelationKind.EQUAL


@instead_of(relations, "kind_of")
def apart_is_called_an_overlap(only_a, only_b, both):
    if only_a and only_b:
        return RelationKind.OVERLAP
    if only_a:
        return RelationKind.SUPERSET
    return RelationKind.SUBSET if only_b else RelationKind.EQUAL


@instead_of(relations, "person")
def a_witness_is_just_anyone(space, way):
    return {axis.attribute: axis.answers[-1] for axis in space.axes}


@instead_of(Diagrams, "shortest_way")
def a_witness_tells_too_little(self, one):
    return dict(list(_shortest_way(self, one).items())[:1])


@instead_of(relations, "witness")
def a_witness_is_shown_where_nobody_is(sets, persons):
    return _witness(sets, persons) or Witness({}, ())


@instead_of(relations, "recorded")
def nothing_must_be_recorded(sets, yes, no, records):
    return Recorded((), ())


@instead_of(relations, "recorded")
def everything_must_be_recorded(sets, yes, no, records):
    needed = tuple(axis.attribute for axis in sets.space.axes)
    return Recorded(needed, tuple(code for code in needed if code not in records))


# The common population


@instead_of(common_population, "_cut")
def of_two_conditions_the_first_stays(one, other):
    return one


@instead_of(common_population, "_without_implied")
def a_condition_is_dropped_unimplied(sets, conditions):
    return _without_implied(sets, conditions)[1:]


# Queries


@instead_of(queries, "condition_on")
def null_counts_as_no(leaf, path, holds):
    inside = _condition_on(leaf, path, True)
    return inside if holds else ~inside


@instead_of(queries._Rows, "where_leaf")
def null_is_never_unknown(self, leaf, holds):
    return _condition_on(leaf, self.paths.get(leaf.attribute, leaf.attribute), holds)


@instead_of(queries, "_beyond")
def the_query_forgets_the_end_itself(leaf, path):
    low = Q((f"{path}__lt", leaf.start)) if leaf.start is not None else Q()
    return low | Q((f"{path}__gt", leaf.below)) if leaf.below is not None else low


@instead_of(queries, "at_least")
def the_query_counts_one_too_few(count, conditions):
    return _rows_at_least(max(1, count - 1), conditions)


@instead_of(queries, "every")
def the_query_takes_any_for_all(conditions):
    return queries.some(conditions)


# Writing back


@instead_of(Within, "written")
def a_bound_of_nought_is_not_written(leaf):
    bounds = {"from": leaf.start, "below": leaf.below}
    return {"attribute": leaf.attribute, **{key: b for key, b in bounds.items() if b}}
