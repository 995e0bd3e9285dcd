"""Three-valued truth: True, False, or None where the answers do not yet tell (Kleene's logic).

An unknown answer never decides by itself: a criterion is true or false only if it stays so
whatever the unknown answers turn out to be, judged part by part. "At least k" is exact: true once
k parts hold, false once fewer than k can still hold.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from core.sites.criteria.leaves import Leaf, OneOf, Within, YesNo
from core.sites.criteria.tree import All, AnyOf, AtLeast, Node, Not
from core.sites.vocabulary import VOCABULARY, Answer, Kind

Truth: TypeAlias = bool | None
Answers: TypeAlias = Mapping[str, Answer | None]

_ANSWER_TYPES = {Kind.INTERVAL: int, Kind.CODES: str, Kind.YES_NO: bool}


def one_of(leaf: OneOf, answer: str) -> bool:
    return answer in leaf.codes


def within(leaf: Within, answer: int) -> bool:
    if leaf.start is not None and answer < leaf.start:
        return False
    return leaf.below is None or answer < leaf.below


def as_expected(leaf: YesNo, answer: bool) -> bool:
    return answer is leaf.expected


def holds(leaf: Leaf, answer: Answer) -> bool:
    """Whether a known answer satisfies a leaf."""
    match leaf:
        case OneOf():
            return one_of(leaf, answer)
        case Within():
            return within(leaf, answer)
        case YesNo():
            return as_expected(leaf, answer)


def truth_of_leaf(leaf: Leaf, answers: Answers) -> Truth:
    """None if the answer is missing or None; TypeError if it is not of the attribute's kind."""
    answer = answers.get(leaf.attribute)
    if answer is None:
        return None
    kind = VOCABULARY[leaf.attribute].kind
    # bool is a kind of int in Python: True must not pass for one month.
    if not isinstance(answer, _ANSWER_TYPES[kind]) or isinstance(answer, bool) != (
        kind is Kind.YES_NO
    ):
        raise TypeError(f"{leaf.attribute}: {answer!r} is not {kind.value}")
    return holds(leaf, answer)


def every(values: Sequence[Truth]) -> Truth:
    if False in values:
        return False
    return None if None in values else True


def some(values: Sequence[Truth]) -> Truth:
    if True in values:
        return True
    return None if None in values else False


def opposite(value: Truth) -> Truth:
    return None if value is None else not value


def at_least(count: int, values: Sequence[Truth]) -> Truth:
    surely = values.count(True)
    possibly = surely + values.count(None)
    if surely >= count:
        return True
    return False if possibly < count else None


class Judged(NamedTuple):
    """A part of the criteria with its truth for one person, and the same of its own parts."""

    node: Node
    value: Truth
    parts: tuple["Judged", ...]


def judge(node: Node, answers: Answers) -> Judged:
    """Judges a part and everything under it."""
    parts = tuple(judge(part, answers) for part in node.parts)
    values = [part.value for part in parts]
    match node:
        case All():
            value = every(values)
        case AnyOf():
            value = some(values)
        case Not():
            value = opposite(values[0])
        case AtLeast():
            value = at_least(node.count, values)
        case _:
            value = truth_of_leaf(node, answers)
    return Judged(node, value, parts)
