"""Configurations in words: what a key is called, and how a value reads.

The settings pages and the comparison of two configurations speak with these words. Texts are
found when they are shown, in the reader's language.
"""

from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.sites.configuration import SiteConfiguration
from core.sites.configuration.lists import Lists
from core.sites.criteria import Criteria, sentence
from core.sites.enums import (
    Capture,
    Counting,
    Country,
    Indicator,
    Kind,
    Mapping,
    Population,
    RuleStatus,
    Unit,
    Weekday,
)
from core.sites.files.paths import is_labels
from core.sites.names import NAMES
from core.sites.texts import in_language
from core.sites.vocabulary import VOCABULARY
from core.ui.context import autonym
from core.ui.formats import clock, list_of, number, percent, plain_date

ENUMS = {
    "country": Country,
    "unit": Unit,
    "kind": Kind,
    "capture": Capture,
    "counting": Counting,
    "population": Population,
    "mapping": Mapping,
    "weekdays": Weekday,
    "status": RuleStatus,
}
YES, NO = gettext_lazy("yes"), gettext_lazy("no")


def name_of(key: str) -> str:
    """What a key is called; an unknown one is shown as it is."""
    return str(NAMES.get(key, key))


def path_in_words(keys: tuple[str | int, ...], configuration: SiteConfiguration) -> str:
    """`practice.found_work.unit` → "How figures are counted › Found work › What one stands for"."""
    words = []
    for place, key in enumerate(keys):
        above = keys[place - 1] if place else ""
        words.append(_step_in_words(str(key), str(above), configuration))
    return " › ".join(words)


def _step_in_words(key: str, above: str, configuration: SiteConfiguration) -> str:
    if above == "practice":
        return str(Indicator(key).label)
    members = _members(above, configuration)
    return in_language(members[key].label) if key in members else name_of(key)


def _members(name: str, configuration: SiteConfiguration) -> dict[str, Any]:
    if name in Lists.model_fields:
        return {item.code: item for item in getattr(configuration.lists, name)}
    if name in ("target_groups", "day_parts"):
        return {item.code: item for item in getattr(configuration, name)}
    return {}


def value_in_words(key: str, value: Any, configuration: SiteConfiguration) -> str:
    """A value of the file form, read as the value of `key`."""
    if value is None:
        return _("not known")
    if isinstance(value, bool):
        return str(YES if value else NO)
    if isinstance(value, float):
        return _number(key, value)
    if isinstance(value, list):
        return list_of([value_in_words(key, item, configuration) for item in value]) or _("none")
    if key == "ages_months":
        return _("from %(first)s to %(last)s months") % {
            "first": value.get("from", 0),
            "last": value["below"] - 1,
        }
    if key == "criteria":
        return sentence(Criteria.model_validate(value))
    if isinstance(value, dict):
        return _mapping_in_words(key, value, configuration)
    return _word(key, value, configuration)


def _number(key: str, value: float) -> str:
    if key == "missing_share":
        return percent(value)
    decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
    return number(value, decimals)


def changed_labels(old: dict[str, str], new: dict[str, str]) -> tuple[str, str]:
    """Two texts in several languages: as the reader sees them, else where they differ."""
    if in_language(old) != in_language(new):
        return f"“{in_language(old)}”", f"“{in_language(new)}”"
    differing = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return tuple(
        "; ".join(f"{key}: “{labels[key]}”" for key in differing if key in labels) or _("none")
        for labels in (old, new)
    )


def _mapping_in_words(key: str, value: dict[str, Any], configuration: SiteConfiguration) -> str:
    if is_labels(value):
        return f"“{in_language(value)}”"
    return "; ".join(
        f"{name_of(inner)}: {value_in_words(inner, item, configuration)}"
        for inner, item in value.items()
        if inner != "code"
    )


def _word(key: str, value: Any, configuration: SiteConfiguration) -> str:
    if key in ENUMS and value in ENUMS[key].values:
        return str(ENUMS[key](value).label)
    if key in ("default", "enabled"):
        return autonym(value)
    if key == "attributes" and value in VOCABULARY:
        return str(VOCABULARY[value].label)
    if key in ("valid_from", "since", "until", "day", "valid_to"):
        return plain_date(date.fromisoformat(value))
    if key in ("starts", "ends"):
        return clock(time.fromisoformat(value))
    members = _members({"forms": "care_forms"}.get(key, key), configuration)
    return in_language(members[value].label) if value in members else str(value)
