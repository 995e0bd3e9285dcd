"""Lists whose members have a code, written in files as a mapping from code to member.

A mapping makes codes unique by itself, gives every value a path that a person can read
(`day_parts.morning.starts`) and lets a layer change one member of another layer's list.
In the database they are lists: PostgreSQL's jsonb does not keep the order of keys.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from core.sites.configuration.foundations import CODE_PATTERN


@dataclass(frozen=True)
class ByCode:
    """Marks `list[Item]` (Item has `code`) as writable as `{code: {…}}`; refuses doubles."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        members = core_schema.no_info_before_validator_function(_as_list, handler(source))
        return core_schema.no_info_after_validator_function(_without_doubles, members)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        members = handler(schema)
        return {
            "type": "object",
            "propertyNames": {"pattern": CODE_PATTERN},
            "additionalProperties": members["items"],
        }


def _as_list(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return [_with_code(code, member) for code, member in value.items()]


def _with_code(code: str, member: Any) -> Any:
    if not isinstance(member, dict):
        return member
    if "code" in member:
        raise PydanticCustomError("code_twice", "no code inside: the key is the code")
    return {"code": code, **member}


def _without_doubles(members: list[Any]) -> list[Any]:
    codes = [member.code for member in members]
    for code in codes:
        if codes.count(code) > 1:
            raise PydanticCustomError("code_double", "each code once", {"found": code})
    return members
