"""How a verdict and a fact are worded on screen, in one place for all pages."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from core.ui import formats


@dataclass(frozen=True)
class VerdictParts:
    """Tone, icon and words for a verdict of comparability.

    `short` is one word for a cell of a matrix; `label` always stands near it, or in a legend.
    """

    tone: str
    icon: str
    label: Any
    short: Any


VERDICTS = {
    "comparable": VerdictParts("good", "check-circle-fill", _later("Comparable"), _later("Yes")),
    "restricted": VerdictParts(
        "info", "intersect", _later("Comparable for those in common"), _later("Partly")
    ),
    "with_note": VerdictParts(
        "attention",
        "exclamation-triangle-fill",
        _later("Comparable with a note"),
        _later("Remark"),
    ),
    "not_comparable": VerdictParts("stop", "slash-circle", _later("Not comparable"), _later("No")),
}


def verdict(code: str) -> VerdictParts:
    """Parts of a verdict; anything unknown is not comparable, which is the default of the field."""
    return VERDICTS.get(code, VERDICTS["not_comparable"])


@dataclass(frozen=True)
class Fact:
    """One row of a description list."""

    label: Any
    value: Any
    unknown: bool = False
    hint: Any = ""
    href: str = ""


def fact(row: Any) -> Fact:
    """A row from a pair, a dict or an object with .label and .value."""
    if isinstance(row, (tuple, list)):
        parts = {"label": row[0], "value": row[1]}
    elif isinstance(row, dict):
        parts = row
    else:
        parts = {name: getattr(row, name, "") for name in ("label", "value", "hint", "href")}
    value = parts["value"]
    return Fact(
        label=parts["label"],
        value=said(value),
        unknown=value is None or value == "",
        hint=parts.get("hint") or "",
        href=parts.get("href") or "",
    )


def said(value: Any) -> Any:
    """A value in words: None is "not known", booleans yes and no, dates and numbers local."""
    match value:
        case None | "":
            return _("Not known")
        case bool():
            return _("Yes") if value else _("No")
        case date() | datetime():
            return formats.plain_date(value)
        case int() | float() | Decimal():
            return formats.number(value, 0 if value == int(value) else 1)
        case list() | tuple() | set():
            return formats.list_of([str(item) for item in value])
    return value
