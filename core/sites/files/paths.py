"""Paths of values: keys from the top, joined by dots, list places in square brackets."""

from collections.abc import Iterable, Iterator
from typing import Any

from core.sites.configuration.foundations import LABEL_LANGUAGES

Keys = tuple[str | int, ...]

#: Keys whose value is one statement: a layer replaces it whole, never key by key.
WHOLE = frozenset({"criteria", "rules", "value", "details"})


def written(keys: Iterable[str | int]) -> str:
    """`("care", "forms", 0)` → `care.forms[0]`."""
    text = ""
    for key in keys:
        if isinstance(key, int):
            text += f"[{key}]"
        else:
            text += f".{key}" if text else str(key)
    return text


def is_labels(value: Any) -> bool:
    """Is it one text in several languages?"""
    return isinstance(value, dict) and bool(value) and set(value) <= set(LABEL_LANGUAGES)


def is_whole(key: str | int, value: Any) -> bool:
    """Is the value of `key` one statement, with no paths of its own below?"""
    return not isinstance(value, dict) or not value or key in WHOLE or is_labels(value)


def statements(values: dict[str, Any], above: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Every statement of a file with its path, in file order."""
    for key, value in values.items():
        if is_whole(key, value):
            yield (*above, key), value
        else:
            yield from statements(value, (*above, key))


def fits(pattern: str, path: str) -> bool:
    """Does `pattern` (a path, `*` for any one step) name `path` or something above it?"""
    wanted, steps = pattern.split("."), path.split(".")
    return len(wanted) <= len(steps) and all(
        want in ("*", step) for want, step in zip(wanted, steps, strict=False)
    )
