"""From what stands in a cell to a value: a day, a number, yes or no, a code, a text.

A reader takes what CSV gives (text) and what a spreadsheet gives (numbers, days, yes and no)
and raises `CellProblem` with the rule and what would do. Days may be written as ISO days or
with the day first, as spreadsheets do in all four countries; never with the month first.
"""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from core.sites.vocabulary import VOCABULARY, Attribute, Kind
from tenants.families.case_import.problems import CellProblem

Reader = Callable[[Any], Any]

YES = {"yes": True, "true": True, "1": True, "ja": True, "oui": True, "j": True, "o": True}
NO = {"no": False, "false": False, "0": False, "nee": False, "non": False, "n": False}
YES_AND_NO = YES | NO | {"y": True, "waar": True, "onwaar": False, "vrai": True, "faux": False}

_DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_REFERENCE = re.compile(r"^[^\s\x00-\x1f]+(?: [^\s\x00-\x1f]+)*$")
_EARLIEST = date(1900, 1, 1)


class Day:
    """A calendar day."""

    def __init__(self) -> None:
        self._known: dict[str, date] = {}

    def __call__(self, value: Any) -> date:
        if isinstance(value, datetime):
            return self._plausible(value.date())
        if isinstance(value, date):
            return self._plausible(value)
        found = self._known.get(value) if isinstance(value, str) else None
        if found is None:
            found = self._known[value] = self._plausible(self._read(value))
        return found

    @staticmethod
    def _read(value: Any) -> date:
        text = value.strip() if isinstance(value, str) else ""
        day_first = _DAY_FIRST.match(text)
        try:
            if day_first:
                day, month, year = map(int, day_first.groups())
                return date(year, month, day)
            if len(text) >= 10 and text[10:] in ("", "T00:00:00", " 00:00:00"):
                return date.fromisoformat(text[:10])
        except ValueError:
            pass
        raise CellProblem(_("This is not a day."), _("a day such as 2020-02-29 or 29/02/2020"))

    @staticmethod
    def _plausible(day: date) -> date:
        if day < _EARLIEST:
            raise CellProblem(_("This day is too long ago."), _("a day from 1900 on"))
        return day


class Number:
    """A number from `lowest` to `highest`, with at most `decimals` decimals."""

    def __init__(self, lowest: int, highest: int, decimals: int = 0) -> None:
        self.lowest, self.highest, self.decimals = lowest, highest, decimals

    def __call__(self, value: Any) -> int | Decimal:
        try:
            number = Decimal(str(value).strip().replace(",", "."))
        except InvalidOperation:
            number = Decimal("NaN")
        if isinstance(value, bool) or not number.is_finite():
            raise CellProblem(_("This is not a number."), self._allowed())
        rounded = round(number, self.decimals) if self.decimals else round(number)
        if not self.lowest <= number <= self.highest or rounded != number:
            raise CellProblem(_("This number is not possible here."), self._allowed())
        return rounded if self.decimals else int(rounded)

    def _allowed(self) -> str:
        words = _("a whole number from %(lowest)d to %(highest)d")
        if self.decimals:
            words = _("a number from %(lowest)d to %(highest)d, with one decimal at most")
        return str(words) % {"lowest": self.lowest, "highest": self.highest}


def yes_no(value: Any) -> bool:
    """Yes or no, in one of the four languages or as a spreadsheet writes it."""
    if isinstance(value, bool):
        return value
    found = YES_AND_NO.get(str(value).strip().lower())
    if found is None:
        raise CellProblem(_("This is neither yes nor no."), _("yes or no; empty is unknown"))
    return found


class Text:
    """A text of at most `longest` signs, without control characters."""

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def __call__(self, value: Any) -> str:
        text = as_text(value)
        if len(text) > self.longest:
            raise CellProblem(
                _("This text is too long: %(length)d characters."),
                str(_("at most %(longest)d characters")) % {"longest": self.longest},
                length=len(text),
            )
        if _CONTROL.search(text):
            raise CellProblem(_("This text holds signs that cannot be written."), _("plain text"))
        return text


def reference(value: Any) -> str:
    """A partner's own number: short, in one line."""
    text = as_text(value)
    if len(text) > 60 or not _REFERENCE.match(text):
        raise CellProblem(
            _("This cannot be a reference."), _("1 to 60 characters, with single spaces at most")
        )
    return text


def email(value: Any) -> str:
    """An e-mail address, in small letters."""
    text = as_text(value).lower()
    try:
        validate_email(text)
    except ValidationError:
        raise CellProblem(
            _("This is not an e-mail address."), _("an address such as name@place.be")
        ) from None
    return text


class CodeOf:
    """One of a list of codes."""

    def __init__(self, codes: Collection[str]) -> None:
        self.codes = frozenset(codes)
        self.in_order = tuple(codes)

    def __call__(self, value: Any) -> str:
        code = as_text(value)
        if code in self.codes:
            return code
        if code.lower() in self.codes:
            return code.lower()
        raise CellProblem(_("This code is not in the list."), ", ".join(self.in_order))


class AnswerTo:
    """The answer to a question of the vocabulary that is a code from a list."""

    def __init__(self, attribute: Attribute) -> None:
        self.attribute = attribute

    def __call__(self, value: Any) -> str:
        code = as_text(value)
        if self.attribute.accepts(code):
            return code
        codes = ", ".join(str(code) for code, _label in self.attribute.choices())
        raise CellProblem(_("This code is not in the list."), codes)


def answer_reader(code: str) -> Reader:
    """The reader of one column of answers."""
    attribute = VOCABULARY[code]
    if attribute.kind == Kind.YES_NO:
        return yes_no
    if attribute.kind == Kind.INTERVAL:
        return Number(attribute.lowest, attribute.highest)
    return AnswerTo(attribute)


def as_text(value: Any) -> str:
    """What a cell says, as text: a spreadsheet's 12.0 is 12."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
