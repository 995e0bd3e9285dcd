"""From values to a configuration, or to every problem with its path, value and line."""

from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from core.sites.configuration import SiteConfiguration
from core.sites.files.paths import Keys, written
from core.sites.files.problems import Problem, SiteFileRefused
from core.sites.files.reading import Document
from core.sites.files.schema import keys_allowed_at
from core.sites.files.wording import allowed_in_words, meant


def configuration_of(values: dict[str, Any], document: Document) -> SiteConfiguration:
    """Build the configuration. Raises `SiteFileRefused`; lines come from `document`."""
    try:
        return SiteConfiguration.model_validate(values)
    except ValidationError as error:
        raise SiteFileRefused(problems_of(error, values, document)) from None


def problems_of(error: ValidationError, values: Any, document: Document) -> list[Problem]:
    """Each of pydantic's errors as a problem of the file."""
    return [_problem(found, values, document) for found in error.errors(include_url=False)]


def _problem(error: dict[str, Any], values: Any, document: Document) -> Problem:
    keys = _keys_in_file(error["loc"], values)
    value = None if error["type"] == "missing" else _shown_input(error)
    at = document.position(keys)
    if error["type"] != "extra_forbidden":
        return Problem(written(keys), value, allowed_in_words(error), at, meant(error))
    known = keys_allowed_at(keys[:-1])
    near = get_close_matches(str(keys[-1]), known, n=1)
    allowed = _("this key does not exist; allowed are {keys}.").format(keys=", ".join(known))
    return Problem(written(keys), value, allowed, at, near[0] if near else "")


def _shown_input(error: dict[str, Any]) -> Any:
    value = error.get("input")
    plain = isinstance(value, str | int | float | bool)
    return value if plain else None


def _keys_in_file(location: tuple[str | int, ...], values: Any) -> Keys:
    """Pydantic's location as the keys of the file: places in coded lists become codes.

    Steps that pydantic adds and the file does not have (branches of a choice, `[key]`) fall
    out, except a last one, which may be the missing key itself.
    """
    keys: list[str | int] = []
    for place, step in enumerate(location):
        if isinstance(values, dict) and isinstance(step, int):
            step = list(values)[step]
        if isinstance(values, dict) and str(step) in values:
            keys.append(str(step))
            values = values[str(step)]
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
            keys.append(_code_or(step, values))
        elif place == len(location) - 1 and step != "[key]":
            keys.append(step)
    return tuple(keys)


def _code_or(place: int, member: Any) -> str | int:
    return member["code"] if isinstance(member, dict) and "code" in member else place
