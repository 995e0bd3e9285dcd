"""How two target groups relate: equal, part of one another, overlapping or apart; with a witness.

Decided exactly, over every person whose answers are all known. For each difference there is a
witness: the fewest answers that make a person belong to one group and not to the other. Whether
a site can tell which of its own families also belong to the other group depends on what it
records: what its own rule settles already, it need not ask.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.sites.criteria.cells import Space, space_of
from core.sites.criteria.diagrams import NO_ONE, Diagrams
from core.sites.criteria.tree import Criteria
from core.sites.criteria.wording import facts
from core.sites.vocabulary import Answer


class RelationKind(TextChoices):
    """How the first group stands to the second."""

    EQUAL = "equal", _("the same people")
    SUBSET = "subset", _("a part of the other group")
    SUPERSET = "superset", _("the other group and more")
    OVERLAP = "overlap", _("partly the same people")
    DISJOINT = "disjoint", _("no one in common")


@dataclass(frozen=True)
class Witness:
    """An invented person. `telling` are the answers that matter, the rest may be anything."""

    answers: dict[str, Answer]
    telling: tuple[str, ...]


@dataclass(frozen=True)
class Recorded:
    """What a site must know to tell which of its own families belong to the other group too.

    `needed` is a smallest sufficient set of attribute codes, chosen among what the site records
    where that is possible; `missing` is what it does not record of them.
    """

    needed: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def can_tell(self) -> bool:
        return not self.missing


@dataclass(frozen=True)
class Relation:
    """How group a stands to group b.

    A witness is None where no such person exists. `recorded_a` and `recorded_b` are None if it
    was not said what the site records. A group that nobody can be in is disjoint from every
    other, and equal only to another such group.
    """

    kind: RelationKind
    only_in_a: Witness | None
    only_in_b: Witness | None
    in_both: Witness | None
    recorded_a: Recorded | None = None
    recorded_b: Recorded | None = None

    @property
    def a_is_empty(self) -> bool:
        return self.only_in_a is None and self.in_both is None

    @property
    def b_is_empty(self) -> bool:
        return self.only_in_b is None and self.in_both is None

    @property
    def can_tell(self) -> bool | None:
        """Whether both sites record what tells their groups apart; None if that was not said."""
        if self.recorded_a is None or self.recorded_b is None:
            return None
        return self.recorded_a.can_tell and self.recorded_b.can_tell


def compare(
    a: Criteria,
    b: Criteria,
    records_a: Collection[str] | None = None,
    records_b: Collection[str] | None = None,
) -> Relation:
    """The exact relation of two target groups.

    `records_a` and `records_b` are the codes of the attributes that each site records. Raises
    CriteriaTooIntricate instead of working without bound; criteria that people write stay far
    below that bound.
    """
    diagrams = Diagrams(space_of([a.root, b.root]))
    in_a, in_b = diagrams.build(a.root), diagrams.build(b.root)
    only_a = diagrams.both(in_a, diagrams.opposite(in_b))
    only_b = diagrams.both(in_b, diagrams.opposite(in_a))
    both = diagrams.both(in_a, in_b)
    return Relation(
        kind=kind_of(only_a != NO_ONE, only_b != NO_ONE, both != NO_ONE),
        only_in_a=witness(diagrams, only_a),
        only_in_b=witness(diagrams, only_b),
        in_both=witness(diagrams, both),
        recorded_a=None if records_a is None else recorded(diagrams, both, only_a, records_a),
        recorded_b=None if records_b is None else recorded(diagrams, both, only_b, records_b),
    )


def kind_of(only_a: bool, only_b: bool, both: bool) -> RelationKind:
    """The relation by which of the three regions have anyone in them."""
    if not both:
        return RelationKind.DISJOINT if only_a or only_b else RelationKind.EQUAL
    if only_a and only_b:
        return RelationKind.OVERLAP
    if only_a:
        return RelationKind.SUPERSET
    return RelationKind.SUBSET if only_b else RelationKind.EQUAL


def witness(diagrams: Diagrams, persons: int) -> Witness | None:
    """A person of the set with as few telling answers as possible, or None if it is empty."""
    if persons == NO_ONE:
        return None
    way = diagrams.shortest_way(persons)
    return Witness(answers=person(diagrams.space, way), telling=tuple(way))


def person(space: Space, way: dict[str, int]) -> dict[str, Answer]:
    """All answers of a person: those of the way, and the most ordinary ones beside it."""
    return {axis.attribute: axis.answers[way.get(axis.attribute, 0)] for axis in space.axes}


def recorded(diagrams: Diagrams, yes: int, no: int, records: Collection[str]) -> Recorded:
    """Which attributes tell apart two sets of persons, dropping the unrecorded ones first.

    An attribute can be dropped when no two persons on different sides agree on all others.
    """
    asked = [axis.attribute for axis in diagrams.space.axes]
    kept = []
    for code in sorted(asked, key=lambda code: code in records):
        forgotten_yes = diagrams.without_asking(yes, [code])
        forgotten_no = diagrams.without_asking(no, [code])
        if diagrams.both(forgotten_yes, forgotten_no) == NO_ONE:
            yes, no = forgotten_yes, forgotten_no
        else:
            kept.append(code)
    needed = tuple(code for code in asked if code in kept)
    return Recorded(needed, missing=tuple(code for code in needed if code not in records))


def describe_witness(witness: Witness) -> str:
    """The telling answers in the current language: "the family lives in Ghent and ..."."""
    return facts({code: witness.answers[code] for code in witness.telling})


def is_satisfiable(criteria: Criteria) -> bool:
    """Whether anyone at all can belong to the group."""
    return Diagrams(space_of([criteria.root])).build(criteria.root) != NO_ONE
