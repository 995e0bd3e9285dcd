"""Criteria as a tree: what a site writes in its file, and nothing else.

    all:
      - {attribute: residence_lau, in: ["BE-12025"]}
      - {attribute: youngest_child_age_months, from: 0, below: 36}
      - at_least: {count: 2, of: [{attribute: lone_parent, is: true}, ...]}

A tree is immutable, and is written back exactly as it was read. `all: []` is everyone, `any: []`
no one. Intervals are half open: `from: 0, below: 36` is 0 to 35.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Self, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    WithJsonSchema,
    WrapValidator,
    model_serializer,
    model_validator,
)

from core.sites.criteria import refusals
from core.sites.criteria.leaves import (
    LEAVES,
    Leaf,
    Listed,
    OneOf,
    Part,
    Whole,
    Within,
    YesNo,
)
from core.sites.vocabulary import VOCABULARY, Kind

MOST_PARTS = 400
MOST_LEVELS = 20


class All(Part):
    """Every part holds."""

    keys: ClassVar = {"all"}
    items: Annotated[tuple[Node, ...], Listed, Field(alias="all")]

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.items

    def written(self) -> dict[str, Any]:
        return {"all": [part.written() for part in self.items]}


class AnyOf(Part):
    """One part or more holds."""

    keys: ClassVar = {"any"}
    items: Annotated[tuple[Node, ...], Listed, Field(alias="any")]

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.items

    def written(self) -> dict[str, Any]:
        return {"any": [part.written() for part in self.items]}


class Not(Part):
    """The part does not hold."""

    keys: ClassVar = {"not"}
    item: Annotated[Node, Field(alias="not")]

    @property
    def parts(self) -> tuple[Node, ...]:
        return (self.item,)

    def written(self) -> dict[str, Any]:
        return {"not": self.item.written()}


class Threshold(BaseModel):
    """How many of which parts."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    count: Annotated[Whole, WithJsonSchema({"type": "integer", "minimum": 1})]
    of: Annotated[tuple[Node, ...], Listed]

    @model_validator(mode="before")
    @classmethod
    def _has_both_keys(cls, value: Any) -> Any:
        if not isinstance(value, dict) or set(value) != {"count", "of"}:
            raise refusals.not_a_threshold()
        return value

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if self.count < 1:
            raise refusals.at(("count",), self.count, refusals.count_too_low(self.count))
        if self.count > len(self.of):
            error = refusals.count_too_high(self.count, len(self.of))
            raise refusals.at(("count",), self.count, error)
        return self


class AtLeast(Part):
    """At least so many of the parts hold."""

    keys: ClassVar = {"at_least"}
    at_least: Threshold

    @property
    def count(self) -> int:
        return self.at_least.count

    @property
    def parts(self) -> tuple[Node, ...]:
        return self.at_least.of

    def written(self) -> dict[str, Any]:
        written_parts = [part.written() for part in self.at_least.of]
        return {"at_least": {"count": self.at_least.count, "of": written_parts}}


GROUPS = {"all": All, "any": AnyOf, "not": Not, "at_least": AtLeast}
_BY_KIND = {Kind.CODES: OneOf, Kind.INTERVAL: Within, Kind.YES_NO: YesNo}


def _group_of(value: dict[str, Any]) -> type[Part]:
    found = [key for key in value if key in GROUPS]
    if not found:
        key = str(next(iter(value), ""))
        near = refusals.nearest(key, ["attribute", *GROUPS])
        raise refusals.not_a_criterion(key, near or ["attribute", *GROUPS])
    if len(value) > 1:
        raise refusals.several_shapes(value)
    return GROUPS[found[0]]


def _leaf_of(value: dict[str, Any]) -> type[Part]:
    """The kind of the attribute decides, so that a wrong key is explained by the right way."""
    code = value["attribute"]
    if not isinstance(code, str) or code not in VOCABULARY:
        raise refusals.at(("attribute",), code, refusals.unknown_attribute(str(code)))
    leaf = _BY_KIND[VOCABULARY[code].kind]
    strangers = [str(key) for key in value if key not in leaf.keys]
    if any(key in GROUPS for key in strangers):
        raise refusals.several_shapes(value)
    known_elsewhere = set().union(*(other.keys for other in LEAVES))
    if len(value) == 1 or any(key in known_elsewhere for key in strangers):
        raise refusals.wrong_kind(VOCABULARY[code])
    if strangers:
        raise refusals.unknown_key(strangers[0], sorted(leaf.keys))
    return leaf


def _recognise(value: Any, handler: Any) -> Any:
    """Chooses the node by what is written, so that errors speak about that node alone."""
    if isinstance(value, Part):
        return value
    if not isinstance(value, dict):
        raise refusals.not_a_criterion(value, ["attribute", *GROUPS])
    node = _leaf_of(value) if "attribute" in value else _group_of(value)
    return node.model_validate(value)


Node: TypeAlias = Annotated[
    OneOf | Within | YesNo | All | AnyOf | Not | AtLeast, WrapValidator(_recognise)
]

for _model in (All, AnyOf, Not, Threshold, AtLeast):
    _model.model_rebuild()


def _refuse_endless(value: Any) -> Any:
    """A file's aliases can make criteria without end; they are counted before they are read."""
    waiting, seen = [(value, 1)], 0
    while waiting:
        item, level = waiting.pop()
        seen += isinstance(item, dict | Part)
        if seen > MOST_PARTS or level > 2 * MOST_LEVELS:
            raise refusals.too_large(MOST_PARTS, MOST_LEVELS)
        if isinstance(item, dict):
            waiting.extend((inner, level + 1) for inner in item.values())
        elif isinstance(item, list | tuple):
            waiting.extend((inner, level + 1) for inner in item)
        elif isinstance(item, Part):
            waiting.extend((inner, level + 2) for inner in item.parts)
    return value


class Criteria(RootModel[Annotated[Node, BeforeValidator(_refuse_endless)]]):
    """The criteria of one target group: `Criteria.model_validate({...})`.

    Raises pydantic's ValidationError with the path of the key, the value and what is allowed.
    """

    model_config = ConfigDict(frozen=True)

    def written(self) -> dict[str, Any]:
        """The criteria as they stand in the file; validating this gives equal criteria."""
        return self.root.written()

    @model_serializer(mode="plain")
    def _serialise(self) -> dict[str, Any]:
        return self.written()

    def leaves(self) -> Iterator[Leaf]:
        """Every leaf, in reading order."""
        return leaves_of(self.root)

    def attributes(self) -> tuple[str, ...]:
        """Codes of the attributes that are asked, in reading order, each once."""
        return tuple(dict.fromkeys(leaf.attribute for leaf in self.leaves()))


def leaves_of(node: Node) -> Iterator[Leaf]:
    """Every leaf under a node, in reading order."""
    if isinstance(node, LEAVES):
        yield node
    for part in node.parts:
        yield from leaves_of(part)


__all__ = [
    "All",
    "AnyOf",
    "AtLeast",
    "Criteria",
    "Leaf",
    "Node",
    "Not",
    "OneOf",
    "Within",
    "YesNo",
    "leaves_of",
]
