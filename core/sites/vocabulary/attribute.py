"""What one attribute of the criteria vocabulary is.

Sites write their target groups with a closed list of attributes, so that two target groups can be
compared by computation instead of by reading. An attribute is one of three kinds: an interval of
whole numbers, a set of codes, or a yes/no question. Each may be unknown (None) for a family.

An attribute also carries its words: complete clauses rather than fragments, because "lives
outside Mechelen" cannot be glued together from parts in Dutch and French.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

Text: TypeAlias = str | Promise
Answer: TypeAlias = int | str | bool


class Kind(TextChoices):
    INTERVAL = "interval", _("a whole number")
    CODES = "codes", _("a code from a list")
    YES_NO = "yes_no", _("yes or no")


class Subject(TextChoices):
    """Whom the answer is about."""

    FAMILY = "family", _("the family")
    PARENT = "parent", _("the parent")
    CHILD = "child", _("the child")


class Unit(TextChoices):
    """What an interval counts in."""

    MONTHS = "months", _("months")
    YEARS = "years", _("years")
    CHILDREN = "children", _("children")

    def quantity(self, count: int) -> str:
        """The number with its unit in the current language: "1 month", "36 months"."""
        match self:
            case Unit.MONTHS:
                words = ngettext("%(count)d month", "%(count)d months", count)
            case Unit.YEARS:
                words = ngettext("%(count)d year", "%(count)d years", count)
            case Unit.CHILDREN:
                words = ngettext("%(count)d child", "%(count)d children", count)
        return words % {"count": count}


@dataclass(frozen=True, kw_only=True)
class Attribute(ABC):
    """One thing that may be known about a family; `code` is also the name of its column.

    `question` is how the coach asks it, `why` what the coach may answer to "why do you ask?".
    """

    kind: ClassVar[Kind]
    code: str
    subject: Subject
    label: Text
    question: Text
    why: Text

    @abstractmethod
    def accepts(self, answer: Any) -> bool:
        """Whether a known answer lies in this attribute's domain; None (unknown) does not."""


@dataclass(frozen=True, kw_only=True)
class IntervalWording:
    """Clauses of an interval attribute, with quantities that carry their unit.

    Names to use: `under` %(below)s; `at_least` %(from)s; `between` and `outside` %(from)s,
    %(below)s and %(last)s (the last number that still counts); `exactly` %(value)s.
    """

    under: Text
    at_least: Text
    between: Text
    outside: Text
    exactly: Text


@dataclass(frozen=True, kw_only=True)
class IntervalAttribute(Attribute):
    """A whole number from `lowest` to `highest`, both included, counted in `unit`.

    `typical` is an ordinary value: invented example persons stay as close to it as they can.
    """

    kind: ClassVar[Kind] = Kind.INTERVAL
    lowest: int
    highest: int
    typical: int
    unit: Unit
    wording: IntervalWording

    def accepts(self, answer: Any) -> bool:
        return type(answer) is int and self.lowest <= answer <= self.highest


@dataclass(frozen=True, kw_only=True)
class CodesAttribute(Attribute):
    """A code from a list that is either closed or open.

    A closed list names every code. An open list (municipalities, languages) names the codes that
    have a label, accepts any other that fits `pattern`, and has one reserved code, `other`, for
    "any code not named": a family may have it, a criterion may not ask for it.
    """

    kind: ClassVar[Kind] = Kind.CODES
    labels: Mapping[str, Text]
    inside: Text
    outside: Text
    pattern: str | None = None
    example: str = ""
    other: str | None = None
    other_label: Text = ""
    _shape: re.Pattern[str] | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        if self.pattern is not None:
            object.__setattr__(self, "_shape", re.compile(self.pattern))

    @property
    def is_open(self) -> bool:
        return self.pattern is not None

    def accepts(self, answer: Any) -> bool:
        if not isinstance(answer, str):
            return False
        if answer in self.labels or (self.other is not None and answer == self.other):
            return True
        return self._shape is not None and self._shape.fullmatch(answer) is not None

    def label_of(self, code: str) -> str:
        """The code's name in the current language; a code without a name stands for itself."""
        if self.other is not None and code == self.other:
            return str(self.other_label)
        return str(self.labels.get(code, code))

    def choices(self) -> list[tuple[str, Text]]:
        """The named codes for a form's select, "another ..." last."""
        named = list(self.labels.items())
        return [*named, (self.other, self.other_label)] if self.other is not None else named


@dataclass(frozen=True, kw_only=True)
class YesNoAttribute(Attribute):
    """A question with two answers; `yes` and `no` are the clauses that state them."""

    kind: ClassVar[Kind] = Kind.YES_NO
    yes: Text
    no: Text

    def accepts(self, answer: Any) -> bool:
        return isinstance(answer, bool)
