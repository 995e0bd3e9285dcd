"""The three leaves of a criteria tree: a code from a list, a whole number, a yes or no.

A leaf checks itself against the vocabulary as it is read; the refusal is placed at the very key
that is wrong. Python names differ from the written keys where those are Python's own words.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Annotated, Any, ClassVar, Self, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_serializer,
    model_validator,
)

from core.sites.criteria import refusals
from core.sites.vocabulary import VOCABULARY, Kind


def _of_kind(kind: Kind) -> Any:
    """The type of an `attribute` key: a code of the vocabulary of this kind."""

    def check(code: str) -> str:
        if code not in VOCABULARY:
            raise refusals.unknown_attribute(code)
        if VOCABULARY[code].kind != kind:
            raise refusals.wrong_kind(VOCABULARY[code])
        return code

    codes = [code for code, attribute in VOCABULARY.items() if attribute.kind == kind]
    return Annotated[str, AfterValidator(check), WithJsonSchema({"enum": codes})]


def _must_be_list(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise refusals.not_a_list()
    return value


def _must_be_boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise refusals.not_yes_or_no()
    return value


def _must_be_whole(value: Any) -> int:
    if type(value) is not int:
        raise refusals.not_a_whole_number()
    return value


Truth: TypeAlias = Annotated[bool, BeforeValidator(_must_be_boolean)]
Whole: TypeAlias = Annotated[int, BeforeValidator(_must_be_whole)]
Listed = BeforeValidator(_must_be_list)


class Part(BaseModel):
    """A node of the tree."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts this one is made of; a leaf has none."""
        return ()

    @abstractmethod
    def written(self) -> dict[str, Any]:
        """This part as it stands in the file."""

    @model_serializer(mode="plain")
    def _serialise(self) -> dict[str, Any]:
        return self.written()


class OneOf(Part):
    """A code attribute has one of these codes."""

    keys: ClassVar = {"attribute", "in"}
    attribute: _of_kind(Kind.CODES)
    codes: Annotated[
        tuple[Annotated[Any, WithJsonSchema({"type": "string"})], ...], Listed, Field(alias="in")
    ]

    @model_validator(mode="after")
    def _codes_are_known(self) -> Self:
        attribute = VOCABULARY[self.attribute]
        if not self.codes:
            raise refusals.at(("in",), [], refusals.no_code())
        for place, code in enumerate(self.codes):
            if not attribute.accepts(code) or code == attribute.other:
                raise refusals.at(("in", place), code, refusals.unknown_code(attribute, code))
            if code in self.codes[:place]:
                raise refusals.at(("in", place), code, refusals.repeated_code(code))
        return self

    def written(self) -> dict[str, Any]:
        return {"attribute": self.attribute, "in": list(self.codes)}


class Within(Part):
    """A whole number from `start` up to, not including, `below`; either end may be open.

    An open end is None here and left out in the file, where null is refused.
    """

    keys: ClassVar = {"attribute", "from", "below"}
    attribute: _of_kind(Kind.INTERVAL)
    start: Annotated[Whole, Field(alias="from")] = None
    below: Whole = None

    @model_validator(mode="after")
    def _bounds_make_sense(self) -> Self:
        attribute = VOCABULARY[self.attribute]
        if self.start is None and self.below is None:
            raise refusals.no_bound()
        if self.start is not None and not attribute.accepts(self.start):
            error = refusals.bound_outside(attribute, "from", self.start)
            raise refusals.at(("from",), self.start, error)
        if self.below is not None and not attribute.accepts(self.below - 1):
            error = refusals.bound_outside(attribute, "below", self.below)
            raise refusals.at(("below",), self.below, error)
        if None not in (self.start, self.below) and self.start >= self.below:
            raise refusals.bounds_crossed(self.start, self.below)
        return self

    def written(self) -> dict[str, Any]:
        bounds = {"from": self.start, "below": self.below}
        known = {key: bound for key, bound in bounds.items() if bound is not None}
        return {"attribute": self.attribute, **known}


class YesNo(Part):
    """A yes/no attribute has the expected answer."""

    keys: ClassVar = {"attribute", "is"}
    attribute: _of_kind(Kind.YES_NO)
    expected: Annotated[Truth, Field(alias="is")]

    def written(self) -> dict[str, Any]:
        return {"attribute": self.attribute, "is": self.expected}


Leaf: TypeAlias = OneOf | Within | YesNo
LEAVES = (OneOf, Within, YesNo)
