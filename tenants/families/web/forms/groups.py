"""Several forms that are filled in and refused as one."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class FormGroup:
    """Forms under names; behaves towards `<c-form-errors>` like one form.

    A service's refusal with dotted names ("parent.birth_date") finds its way to the form of that
    name; what has no form stands on top. `title_of(name)` is put before the labels in the summary
    where two forms have fields of the same name.
    """

    def __init__(self, parts: Mapping[str, forms.Form], titles: Mapping[str, str] | None = None):
        self.parts = dict(parts)
        self.titles = dict(titles or {})
        self.own_errors: list[str] = []

    @property
    def is_bound(self) -> bool:
        return any(part.is_bound for part in self.parts.values())

    @property
    def errors(self) -> bool:
        return bool(self.own_errors) or any(part.errors for part in self.parts.values())

    def is_valid(self) -> bool:
        """Every part is valid; all of them are looked at, so that all errors show."""
        looked_at = [part.is_valid() for part in self.parts.values()]
        return all(looked_at)

    def non_field_errors(self) -> list[str]:
        inner = [text for part in self.parts.values() for text in part.non_field_errors()]
        return [*self.own_errors, *inner]

    def __iter__(self) -> Iterator[forms.BoundField]:
        for name, part in self.parts.items():
            for field in part:
                yield self._titled(field, name)

    def _titled(self, field: forms.BoundField, name: str) -> forms.BoundField:
        title = self.titles.get(name)
        if not title:
            return field
        titled = copy.copy(field)
        titled.label = f"{title}, {field.label}"
        return titled

    def add_errors(self, error: ValidationError) -> None:
        """Show a service's refusal where it belongs."""
        if not hasattr(error, "error_dict"):
            self.own_errors += error.messages
            return
        for field, texts in error.message_dict.items():
            self._add(field, texts)

    def _add(self, field: str, texts: Iterable[Any]) -> None:
        prefix, _dot, name = field.rpartition(".")
        part = self.parts.get(prefix)
        if field != NON_FIELD_ERRORS and part is not None and name in part.fields:
            part.add_error(name, list(texts))
        else:
            self.own_errors += [str(text) for text in texts]
