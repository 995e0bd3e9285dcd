"""What every part of a configuration rests on: strict values, codes, days, labels.

A configuration is written by people in YAML and kept as JSON. Both know text, numbers,
booleans, lists and mappings, so dates and times are text until a field says otherwise;
nothing is guessed ("no" is a word, `08:30` is no number, 15 is no text).
"""

import re
from datetime import date, time
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

LABEL_LANGUAGES = ("en", "nl", "nl-BE", "nl-NL", "fr")
CODE_PATTERN = r"^[a-z][a-z0-9_]{0,59}$"
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_CLOCK = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")


class Part(BaseModel):
    """A piece of a configuration: closed (unknown keys are errors), strict and unchangeable."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, validate_by_name=True, validate_by_alias=True
    )


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("not_a_day", "a date such as 2021-01-31")


def _clock(value: Any) -> Any:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and _CLOCK.match(value):
        return time.fromisoformat(value)
    raise PydanticCustomError("not_a_clock_time", "a local time such as 08:30, in quotes or not")


def _labels(value: dict[str, str]) -> dict[str, str]:
    unknown = sorted(set(value) - set(LABEL_LANGUAGES))
    if unknown:
        raise PydanticCustomError(
            "label_language",
            "languages {allowed}",
            {"allowed": ", ".join(LABEL_LANGUAGES), "found": unknown[0]},
        )
    if not value:
        raise PydanticCustomError("label_empty", "a text in at least one language")
    return {language: value[language] for language in LABEL_LANGUAGES if language in value}


def label_chain(language: str) -> list[str]:
    """The label languages to try for a reader of `language`, nearest first.

    `language` may be a Django code (`nl-be`, `en-gb`) or a file's (`nl-BE`, `en`).
    """
    base, _, region = language.partition("-")
    own = f"{base.lower()}-{region.upper()}" if region else base.lower()
    return [own, base.lower()]


Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True)]
Day = Annotated[
    date,
    BeforeValidator(_day),
    PlainSerializer(date.isoformat, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Clock = Annotated[
    time,
    BeforeValidator(_clock),
    PlainSerializer(lambda value: value.strftime("%H:%M"), when_used="json"),
    WithJsonSchema({"type": "string", "pattern": _CLOCK.pattern}),
]
Labels = Annotated[
    dict[str, Text],
    AfterValidator(_labels),
    WithJsonSchema(
        {
            "type": "object",
            "description": "The same text per language; nl serves nl-BE and nl-NL alike.",
            "properties": {language: {"type": "string"} for language in LABEL_LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
        }
    ),
]
Share = Annotated[float, Field(ge=0, le=1, strict=False, allow_inf_nan=False)]
