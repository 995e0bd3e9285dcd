"""The languages a site works in.

Files write `nl-BE`, `nl-NL`, `fr` and `en` (which means British English); the platform uses
Django's codes (`nl-be`, `en-gb`). The default language always stands first.
"""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from core.sites.configuration.foundations import Part

#: A file's spelling and the platform's code.
CODE_OF = {"nl-BE": "nl-be", "nl-NL": "nl-nl", "fr": "fr", "en": "en-gb"}
SPELLING_OF = {code: spelling for spelling, code in CODE_OF.items()}


def _language(value: Any) -> str:
    if isinstance(value, str):
        if value in CODE_OF:
            return CODE_OF[value]
        if value in SPELLING_OF:
            return value
    raise PydanticCustomError("language", "{allowed}", {"allowed": ", ".join(CODE_OF)})


Language = Annotated[
    str,
    BeforeValidator(_language),
    PlainSerializer(SPELLING_OF.__getitem__, when_used="json"),
    WithJsonSchema({"type": "string", "enum": list(CODE_OF)}),
]


class Languages(Part):
    """`default` and `enabled` hold Django codes; `enabled` begins with the default."""

    default: Language = Field(description="The language of a first visit.")
    enabled: list[Language] = Field(min_length=1, description="What a person can choose from.")

    @model_validator(mode="after")
    def _default_is_first(self) -> "Languages":
        if len(set(self.enabled)) != len(self.enabled):
            raise PydanticCustomError("language_double", "each language once")
        if self.enabled[0] != self.default:
            raise PydanticCustomError(
                "default_language_first",
                "a list that begins with the default language, {allowed}",
                {"allowed": SPELLING_OF[self.default]},
            )
        return self
