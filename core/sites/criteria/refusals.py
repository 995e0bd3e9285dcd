"""What a site reads when its criteria are refused.

Each refusal names what was written and what is allowed instead, in the reader's language; pydantic
adds the path of the key. Texts use {names} because pydantic fills them in.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from core.sites.vocabulary import VOCABULARY, Attribute, CodesAttribute, IntervalAttribute, Kind


def _listing(words: Iterable[Any], most: int = 12) -> str:
    shown = [str(word) for word in words]
    return ", ".join(shown[:most]) + (" …" if len(shown) > most else "")


def at(path: tuple[str | int, ...], value: Any, error: PydanticCustomError) -> ValidationError:
    """The refusal, placed at the key it is about instead of at the criterion that holds it."""
    details = InitErrorDetails(type=error, loc=path, input=value)
    return ValidationError.from_exception_data("Criteria", [details])


def nearest(word: str, words: Iterable[str]) -> list[str]:
    """At most three of `words` that look like `word`: by letters, else by a shared part."""
    pool = list(words)
    close = get_close_matches(word, pool, n=3, cutoff=0.6)
    parts = {part for part in word.split("_") if len(part) > 3}
    return close or [known for known in pool if parts & set(known.split("_"))][:3]


def unknown_attribute(code: str) -> PydanticCustomError:
    near = nearest(code, VOCABULARY)
    if near:
        return PydanticCustomError(
            "unknown_attribute",
            _("“{attribute}” is not in the vocabulary. Did you mean {nearest}?"),
            {"attribute": code, "nearest": _listing(near)},
        )
    return PydanticCustomError(
        "unknown_attribute",
        _("“{attribute}” is not in the vocabulary. Known are: {known}."),
        {"attribute": code, "known": _listing(VOCABULARY, most=len(VOCABULARY))},
    )


def way_to_write(attribute: Attribute) -> str:
    """How a criterion on this attribute is written, as an example in the notation of the file."""
    match attribute.kind:
        case Kind.INTERVAL:
            return "{from: …, below: …}"
        case Kind.CODES:
            return f"{{in: [{_example_code(attribute)}]}}"
        case _:
            return "{is: true} / {is: false}"


def _example_code(attribute: CodesAttribute) -> str:
    return f'"{next(iter(attribute.labels))}"'


def wrong_kind(attribute: Attribute) -> PydanticCustomError:
    return PydanticCustomError(
        "wrong_kind",
        _("“{attribute}” is {kind}: write {example}."),
        {
            "attribute": attribute.code,
            "kind": str(attribute.kind.label),
            "example": way_to_write(attribute),
        },
    )


def unknown_code(attribute: CodesAttribute, code: Any) -> PydanticCustomError:
    if not isinstance(code, str):
        return PydanticCustomError(
            "code_not_text",
            _("Codes are text: write {code} between quotation marks."),
            {"code": repr(code)},
        )
    if attribute.other is not None and code == attribute.other:
        return PydanticCustomError(
            "reserved_code",
            _("“{code}” stands for any other code. Name the codes you mean."),
            {"code": code},
        )
    if attribute.is_open:
        return PydanticCustomError(
            "malformed_code",
            _("“{code}” is not a code of “{attribute}”. Write it like {example}."),
            {"code": code, "attribute": attribute.code, "example": attribute.example},
        )
    return PydanticCustomError(
        "unknown_code",
        _("“{code}” is not a code of “{attribute}”. Allowed are: {allowed}."),
        {"code": code, "attribute": attribute.code, "allowed": _listing(attribute.labels)},
    )


def repeated_code(code: str) -> PydanticCustomError:
    return PydanticCustomError(
        "repeated_code", _("“{code}” stands in the list twice."), {"code": code}
    )


def not_a_list() -> PydanticCustomError:
    return PydanticCustomError("not_a_list", _("Write a list, between “[” and “]”."))


def not_yes_or_no() -> PydanticCustomError:
    return PydanticCustomError("not_yes_or_no", _("Write true or false."))


def not_a_whole_number() -> PydanticCustomError:
    return PydanticCustomError("not_a_whole_number", _("Write a whole number, such as 36."))


def no_code() -> PydanticCustomError:
    return PydanticCustomError("no_code", _("Name at least one code."))


def no_bound() -> PydanticCustomError:
    return PydanticCustomError("no_bound", _("Write “from”, “below” or both."))


def bound_outside(attribute: IntervalAttribute, key: str, bound: int) -> PydanticCustomError:
    past_the_end = 1 if key == "below" else 0
    return PydanticCustomError(
        "bound_outside",
        _("“{key}: {bound}” lies outside {lowest} to {highest}, the range of “{attribute}”."),
        {
            "key": key,
            "bound": bound,
            "lowest": attribute.lowest + past_the_end,
            "highest": attribute.highest + past_the_end,
            "attribute": attribute.code,
        },
    )


def bounds_crossed(start: int, below: int) -> PydanticCustomError:
    return PydanticCustomError(
        "bounds_crossed",
        _("“from” ({start}) must be lower than “below” ({below})."),
        {"start": start, "below": below},
    )


def count_too_high(count: int, parts: int) -> PydanticCustomError:
    return PydanticCustomError(
        "count_too_high",
        _("At least {count} is asked, but only {parts} are listed under “of”."),
        {"count": count, "parts": parts},
    )


def count_too_low(count: int) -> PydanticCustomError:
    return PydanticCustomError(
        "count_too_low", _("The count is {count}; it must be 1 or more."), {"count": count}
    )


def not_a_threshold() -> PydanticCustomError:
    return PydanticCustomError(
        "not_a_threshold", _("Write {example}."), {"example": "{count: …, of: [{…}, {…}]}"}
    )


def not_a_criterion(value: Any, shapes: Iterable[str]) -> PydanticCustomError:
    return PydanticCustomError(
        "not_a_criterion",
        _("“{value}” is not a criterion. Begin with one of: {shapes}."),
        {"value": repr(value)[:60], "shapes": _listing(shapes)},
    )


def unknown_key(key: str, allowed: Iterable[str]) -> PydanticCustomError:
    allowed = list(allowed)
    near = nearest(key, allowed)
    return PydanticCustomError(
        "unknown_key",
        _("“{key}” is not a key here. Allowed are: {allowed}."),
        {"key": key, "allowed": _listing(near or allowed)},
    )


def several_shapes(keys: Iterable[str]) -> PydanticCustomError:
    return PydanticCustomError(
        "several_shapes",
        _("{keys} cannot stand side by side. Put each in a criterion of its own."),
        {"keys": _listing(keys)},
    )


def too_large(most: int, depth: int) -> PydanticCustomError:
    return PydanticCustomError(
        "too_large",
        _("These criteria are too large: at most {most} parts, nested at most {depth} deep."),
        {"most": most, "depth": depth},
    )
