"""Criteria in the words of the reader's language: clauses of leaves, sentences of trees.

A leaf becomes a complete clause from the vocabulary ("the family lives outside Mechelen"); groups
join clauses. Everything here is put into words when it is called, so call it when it is shown.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from core.sites.criteria.leaves import LEAVES, Leaf, OneOf, Within, YesNo
from core.sites.criteria.tree import All, AnyOf, AtLeast, Criteria, Node, Not
from core.sites.vocabulary import (
    VOCABULARY,
    Answer,
    CodesAttribute,
    IntervalAttribute,
    YesNoAttribute,
)


def clause(leaf: Leaf, *, holds: bool = True) -> str:
    """What is so when the leaf holds, or when it does not."""
    attribute = VOCABULARY[leaf.attribute]
    match leaf:
        case YesNo():
            return str(attribute.yes if leaf.expected is holds else attribute.no)
        case OneOf():
            codes = joined_by_or([attribute.label_of(code) for code in leaf.codes])
            return (attribute.inside if holds else attribute.outside) % {"codes": codes}
        case Within():
            return _interval_clause(attribute, leaf, holds)


def _interval_clause(attribute: IntervalAttribute, leaf: Within, holds: bool) -> str:
    wording, unit = attribute.wording, attribute.unit
    starts_at_the_end = leaf.start is None or leaf.start <= attribute.lowest
    if leaf.below is None:
        words = wording.at_least if holds else wording.under
        quantity = unit.quantity(leaf.start)
        return words % {"from": quantity, "below": quantity}
    if starts_at_the_end:
        words = wording.under if holds else wording.at_least
        quantity = unit.quantity(leaf.below)
        return words % {"from": quantity, "below": quantity}
    if leaf.below == leaf.start + 1 and holds:
        return wording.exactly % {"value": unit.quantity(leaf.start)}
    bounds = {"from": leaf.start, "below": leaf.below, "last": leaf.below - 1}
    words = wording.between if holds else wording.outside
    return words % {name: unit.quantity(bound) for name, bound in bounds.items()}


def question(attribute_code: str) -> str:
    """The question that settles an attribute."""
    return str(VOCABULARY[attribute_code].question)


def after_a_colon(words: str) -> str:
    """A sentence that goes on after a colon, so without its capital."""
    return words[:1].lower() + words[1:]


def fact(attribute_code: str, answer: Answer) -> str:
    """One known answer as a clause: "the youngest child is 18 months old"."""
    attribute = VOCABULARY[attribute_code]
    match attribute:
        case YesNoAttribute():
            return str(attribute.yes if answer else attribute.no)
        case CodesAttribute():
            return attribute.inside % {"codes": attribute.label_of(answer)}
        case IntervalAttribute():
            return attribute.wording.exactly % {"value": attribute.unit.quantity(answer)}


def facts(answers: Mapping[str, Answer]) -> str:
    """Known answers as one phrase; "anyone" if there are none."""
    return joined_by_and([fact(code, answer) for code, answer in answers.items()]) or _("anyone")


def joined_by_or(words: Sequence[str]) -> str:
    """ "a, b or c" in the current language."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s or %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def joined_by_and(words: Sequence[str]) -> str:
    """ "a, b and c" in the current language."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def sentence(criteria: Criteria) -> str:
    """Reads the criteria back as one sentence in the current language."""
    words = _phrase(criteria.root, holds=True, nested=False)
    return words[:1].upper() + words[1:] + "."


def _phrase(node: Node, *, holds: bool, nested: bool) -> str:
    """A part in words; groups inside groups stand in brackets, so nothing can be misread."""
    if isinstance(node, LEAVES):
        return clause(node, holds=holds)
    if isinstance(node, Not):
        return _phrase(node.item, holds=not holds, nested=nested)
    if not node.parts:
        return _("everyone") if isinstance(node, All) is holds else _("no one")
    if len(node.parts) == 1:
        return _phrase(node.parts[0], holds=holds, nested=nested)
    words = _group_phrase(node, holds)
    return f"({words})" if nested else words


def _group_phrase(node: All | AnyOf | AtLeast, holds: bool) -> str:
    match node:
        case All() if holds:
            return joined_by_and(_phrases(node.parts))
        case AnyOf() if holds:
            return joined_by_or(_phrases(node.parts))
        case All():
            words = _("not all of these: %(parts)s")
        case AnyOf():
            words = _("none of these: %(parts)s")
        case _ if holds:
            words = _("at least %(count)s of these: %(parts)s")
        case _:
            words = _("fewer than %(count)s of these: %(parts)s")
    count = node.count if isinstance(node, AtLeast) else len(node.parts)
    return words % {"count": count, "parts": "; ".join(_phrases(node.parts))}


def _phrases(parts: Iterable[Node]) -> list[str]:
    return [_phrase(part, holds=True, nested=True) for part in parts]
