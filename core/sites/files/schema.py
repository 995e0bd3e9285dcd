"""The JSON Schema of a configuration file, for editors and for "allowed keys" in errors.

A file is one layer, so nothing that another layer may give is required in it. Editors find
the schema through the first line of each file.
"""

import json
from functools import cache
from typing import Any

from core.sites.configuration import (
    AgeRange,
    Care,
    DayPart,
    EndReason,
    IndicatorPractice,
    Languages,
    ListItem,
    Lists,
    Place,
    Records,
    SiteConfiguration,
    TargetGroup,
    WorkKind,
)
from core.sites.configuration.practice import AtWorkMeaning

IDENTIFIER = "https://json-schema.org/draft/2020-12/schema"

#: Parts whose keys may be spread over layers. Everything else is written in one place.
LAYERED = (
    SiteConfiguration, AgeRange, Care, DayPart, EndReason, IndicatorPractice, Languages, ListItem,
    Lists, Place, Records, TargetGroup, WorkKind, AtWorkMeaning,
)  # fmt: skip
KEYED = (DayPart, EndReason, ListItem, TargetGroup, WorkKind)

_SOURCES = {
    "type": "array",
    "description": "Where values of this file are taken from.",
    "items": {
        "type": "object",
        "required": ["source", "gives"],
        "additionalProperties": False,
        "properties": {
            "source": {"type": "string", "minLength": 1},
            "gives": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        },
    },
}
_ASSUMED = {
    "type": "array",
    "description": "Paths of values in this file that no source gives; * stands for any one step.",
    "items": {"type": "string"},
}


@cache
def file_schema() -> dict[str, Any]:
    """The schema of one file: a layer, or a complete exported configuration."""
    schema = SiteConfiguration.model_json_schema(by_alias=True, mode="validation")
    definitions = schema["$defs"]
    for part in LAYERED:
        (schema if part is SiteConfiguration else definitions[part.__name__]).pop("required", None)
    for definition in definitions.values():
        definition.pop("description", None)  # these speak to programmers
    for part in KEYED:
        definitions[part.__name__]["properties"].pop("code")
    schema["description"] = "One layer of a configuration, or a complete exported one."
    schema["properties"] |= {"sources": _SOURCES, "assumed": _ASSUMED}
    schema["required"] = ["valid_from"]
    schema["title"] = "Configuration of a PACE site"
    return {"$schema": IDENTIFIER, **schema}


def file_schema_text() -> str:
    """The schema as it stands in `site_configs/schema/site.schema.json`."""
    return json.dumps(file_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def keys_allowed_at(path: tuple[str | int, ...]) -> list[str]:
    """The keys that a mapping at `path` may have; empty where it may have any."""
    schema = file_schema()
    node: dict[str, Any] = schema
    for key in path:
        node = _step(_resolved(node, schema), key)
    return list(_resolved(node, schema).get("properties", {}))


def _step(node: dict[str, Any], key: str | int) -> dict[str, Any]:
    if isinstance(key, int):
        return node.get("items", {})
    inner = node.get("properties", {}).get(key) or node.get("additionalProperties")
    return inner if isinstance(inner, dict) else {}


def _resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    for choice in node.get("anyOf", []):
        if choice.get("type") != "null":
            node = choice
            break
    reference = node.get("$ref") or next(
        (x["$ref"] for x in node.get("allOf", []) if "$ref" in x), None
    )
    return schema["$defs"][reference.rpartition("/")[2]] if reference else node
