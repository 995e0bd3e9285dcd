"""Refusals of nested input by dotted field, as the services name them.

`{"parent": {"birth_date": [...]}}` is answered as `{"parent.birth_date": [...]}`, so that one
reader of errors serves the serializer's own and the service's.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError as Refusal
from rest_framework.exceptions import ValidationError


def check(serializer: Any) -> dict[str, Any]:
    """The validated data. Raises ValidationError with its messages by dotted field."""
    if not serializer.is_valid():
        raise ValidationError(by_dotted_field(serializer.errors))
    return dict(serializer.validated_data)


def by_dotted_field(errors: Any, prefix: str = "") -> dict[str, list[Any]]:
    """Nested errors with dotted names; places in lists count from 0."""
    if isinstance(errors, dict):
        parts = errors.items()
    elif any(isinstance(error, dict) for error in errors):
        parts = enumerate(errors)
    else:
        return {prefix or "non_field_errors": list(errors)}
    flat: dict[str, list[Any]] = {}
    for name, inner in parts:
        if inner:
            flat |= by_dotted_field(inner, f"{prefix}.{name}" if prefix else str(name))
    return flat


@contextmanager
def named_within(part: str, fields: Collection[str]) -> Iterator[None]:
    """A service's messages on `fields` are about that part of the input: "answers.newcomer"."""
    try:
        yield
    except Refusal as refusal:
        if not hasattr(refusal, "error_dict"):
            raise
        named = refusal.message_dict.items()
        raise Refusal(
            {f"{part}.{name}" if name in fields else name: texts for name, texts in named}
        ) from refusal
