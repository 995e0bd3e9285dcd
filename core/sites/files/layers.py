"""Laying files over each other: `_core`, then the country, then the site, oldest first.

A later file overrides an earlier one value by value; one statement (a list, a text in several
languages, criteria) is replaced whole. Rules are added up. Every value keeps the file it was
last written in, so that an error points at a line and a settings page at an origin.
"""

from dataclasses import dataclass, field
from typing import Any

from core.sites.enums import Layer
from core.sites.files.paths import Keys, is_whole, statements, written
from core.sites.files.problems import Problem
from core.sites.files.reading import Document
from core.sites.files.statements import Statements

OriginKey = tuple[str, str, str | None]
_HEAD = ("assumed", "sources")


@dataclass
class Merged:
    """Files laid over each other: one document, and the origin of each of its statements."""

    document: Document
    origins: dict[Keys, OriginKey] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def complete(self) -> dict[str, Any]:
        """The values with `origins` added, in the form the models read."""
        return {**self.document.values, "origins": grouped(self.origins)}


def merge(files: list[tuple[Layer, Document]]) -> Merged:
    """Lay the files over each other in the given order."""
    last = files[-1][1].file if files else ""
    merged = Merged(Document(last))
    for layer, document in files:
        _lay_over(merged, layer, document)
    return merged


def _lay_over(merged: Merged, layer: Layer, document: Document) -> None:
    said = Statements(document)
    merged.problems.extend(said.problems)
    values = {key: value for key, value in document.values.items() if key not in _HEAD}
    rules = values.pop("rules", None)
    for keys, _value in statements(values):
        ground = said.ground_of(written(keys))
        if ground is not None:
            merged.origins[keys] = (layer.value, _since(values, keys), ground.source)
    _override(merged.document.values, values)
    merged.document.positions.update(
        {keys: at for keys, at in document.positions.items() if keys[:1] != ("rules",)}
    )
    if rules is not None:
        _add_rules(merged.document, document, rules, layer)
    _forget_what_is_gone(merged)


def _since(values: dict[str, Any], keys: Keys) -> str:
    """The nearest `valid_from` in the file above a statement: of its entry, else of the file."""
    days = [values.get("valid_from")]
    for key in keys[:-1]:
        values = values[key]
        days.append(values.get("valid_from"))
    return next((day for day in reversed(days) if day is not None), None)


def _override(base: dict[str, Any], over: dict[str, Any]) -> None:
    for key, value in over.items():
        if key in base and not is_whole(key, value) and not is_whole(key, base[key]):
            _override(base[key], value)
        else:
            base[key] = _copy(value)


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value


def _add_rules(into: Document, document: Document, rules: Any, layer: Layer) -> None:
    """Append the rules and move their positions along; what is no list is left to the models."""
    if not isinstance(rules, list) or not isinstance(into.values.get("rules", []), list):
        into.values["rules"] = rules
        into.positions.update(document.positions)
        return
    before = into.values.setdefault("rules", [])
    shift = len(before)
    before.extend(
        {**rule, "layer": layer.value} if isinstance(rule, dict) else rule for rule in rules
    )
    for keys, at in document.positions.items():
        if keys[:1] == ("rules",) and len(keys) > 1:
            into.positions[("rules", keys[1] + shift, *keys[2:])] = at


def _forget_what_is_gone(merged: Merged) -> None:
    """A statement that a later layer replaced by something bigger or smaller has no origin."""
    still = {keys for keys, _value in statements(merged.document.values)}
    merged.origins = {keys: key for keys, key in merged.origins.items() if keys in still}


def grouped(origins: dict[Keys, OriginKey]) -> list[dict[str, Any]]:
    """Origins as a list, each with the shortest paths that cover what it gives."""
    tree: dict[str | int, Any] = {}
    for keys, origin in origins.items():
        node = tree
        for key in keys[:-1]:
            node = node.setdefault(key, {})
        node[keys[-1]] = origin
    groups: dict[OriginKey, list[str]] = {}
    for key, node in tree.items():
        _collect(node, (key,), groups)
    return [_written_origin(origin, paths) for origin, paths in groups.items()]


def _collect(node: Any, keys: Keys, groups: dict[OriginKey, list[str]]) -> None:
    common = _common(node)
    if common is not None:
        groups.setdefault(common, []).append(written(keys))
        return
    for key, inner in node.items():
        _collect(inner, (*keys, key), groups)


def _common(node: Any) -> OriginKey | None:
    """The one origin of everything at and below a node, or None where there are several."""
    if isinstance(node, tuple):
        return node
    found = {_common(inner) for inner in node.values()}
    return found.pop() if len(found) == 1 else None


def _written_origin(origin: OriginKey, paths: list[str]) -> dict[str, Any]:
    layer, since, source = origin
    ground = {"assumed": True} if source is None else {"source": source}
    return {"layer": layer, "since": since, **ground, "gives": paths}
