"""What the doors of the API share: rows that the caller may see, and refusals as field errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError as Refusal
from rest_framework import serializers
from rest_framework.exceptions import ValidationError


@contextmanager
def refusals_by_field() -> Iterator[None]:
    """Answer a service's refusal with 400 and its messages by field."""
    try:
        yield
    except Refusal as refusal:
        raise ValidationError(serializers.as_serializer_error(refusal)) from refusal


class VisibleRow(serializers.PrimaryKeyRelatedField):
    """A row by its number, among those that the caller may see: others do not exist.

    Give it `queryset=Model.objects.none()`, which only says whose rows they are.
    """

    def get_queryset(self) -> Any:
        request = self.context.get("request")
        if request is None or self.queryset is None:
            return self.queryset
        return self.queryset.model.objects.visible_to(request.user)
