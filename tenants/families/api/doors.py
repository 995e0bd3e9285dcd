"""What the doors of the API share: rows that the caller may see, and refusals as field errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError as Refusal
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from core.audit.services import record_view
from tenants.families.models import Family


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


class LoggedReading:
    """For list and detail views: what a file holds is read here too, so reading it is logged.

    `logged_as` is "app.model". An entry names the row, or else the family that the request
    restricts the list to; it is written before the rows are read, or they are not answered.
    """

    logged_as = ""

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Log which family's rows, or that all of them, then answer."""
        reference = request.query_params.get("family", "")
        family = Family.objects.visible_to(request.user).filter(reference=reference).first()
        which = reference or request.query_params.get("case") or "all"
        self._log(request, which[:64], family.pk if family else None)
        return super().list(request, *args, **kwargs)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Log the row with its family, then answer."""
        row = self.get_object()
        self._log(request, row.pk, row.family_id)
        return super().retrieve(request, *args, **kwargs)

    def _log(self, request: Request, object_id: object, family_id: int | None) -> None:
        record_view(
            by=request.user,
            object_type=self.logged_as,
            object_id=object_id,
            family_id=family_id,
        )
