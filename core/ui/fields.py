"""What the field component needs to know of a form field: its kind, its ids, its texts.

A label, a hint and an error belong together for the eye and for a screen reader: the input is
described by the ids of its hint and of its error, and groups of choices are a fieldset.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString

GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@dataclass(frozen=True)
class Choice:
    """One radio button or box of a group."""

    value: str
    label: str
    hint: str
    id: str
    name: str
    checked: bool
    kind: str


@dataclass(frozen=True)
class FieldParts:
    """A bound field, ready for the template."""

    field: BoundField
    own_hint: str = ""

    @property
    def hint(self) -> Any:
        """The page's own hint, else the form's help text."""
        return self.own_hint.strip() or self.field.help_text

    @property
    def kind(self) -> str:
        """What is drawn: "choices", "checkbox", "select", "textarea", "file", "date" or "text"."""
        widget = self.field.field.widget
        match widget:
            case forms.RadioSelect() | forms.CheckboxSelectMultiple():
                return "choices"
            case forms.CheckboxInput():
                return "checkbox"
            case forms.SelectMultiple():
                return "multiple"
            case forms.Select():
                return "select"
            case forms.Textarea():
                return "textarea"
            case forms.FileInput():
                return "file"
        return getattr(widget, "input_type", "text") or "text"

    @property
    def id(self) -> str:
        return self.field.id_for_label or self.field.auto_id or self.field.html_name

    @property
    def base_id(self) -> str:
        return self.field.auto_id or self.field.html_name

    @property
    def hint_id(self) -> str:
        return f"{self.base_id}_hint" if self.hint else ""

    @property
    def error_id(self) -> str:
        return f"{self.base_id}_error" if self.field.errors else ""

    @property
    def described_by(self) -> str:
        return " ".join(part for part in (self.hint_id, self.error_id) if part)

    @property
    def first_id(self) -> str:
        """Id that an error summary links to: the input, or the first choice of a group."""
        if self.kind == "choices":
            first = next(iter(self.choices), None)
            return first.id if first else self.base_id
        return self.id

    @property
    def optional(self) -> bool:
        """Marked with the word "optional"; a box to tick needs no mark.

        A form where every answer may stay open says so once, and sets `marks_optional = False`.
        """
        marked = getattr(self.field.form, "marks_optional", True)
        return marked and not self.field.field.required and self.kind != "checkbox"

    @property
    def choices(self) -> Iterator[Choice]:
        """Choices of a group; a choice's hint comes from the field's `choice_hints` by value."""
        hints: dict[str, Any] = getattr(self.field.field, "choice_hints", {})
        for choice in self.field:
            shown = choice.data
            yield Choice(
                value=str(shown["value"]),
                label=str(choice.choice_label),
                hint=str(hints.get(str(shown["value"]), "")),
                id=choice.id_for_label,
                name=shown["name"],
                checked=bool(shown["selected"]),
                kind=shown["type"],
            )

    @property
    def input(self) -> SafeString:
        """The input itself, with the attributes that assistive technology needs."""
        attrs = {"class": self._css_class()}
        if self.described_by:
            attrs["aria-describedby"] = self.described_by
        if self.field.errors:
            attrs["aria-invalid"] = "true"
        if self.field.field.required:
            attrs["aria-required"] = "true"
        return self.field.as_widget(widget=self._widget(attrs), attrs=attrs)

    def _widget(self, attrs: dict[str, str]) -> forms.Widget:
        """Numbers are text fields with a keypad: a browser would lose what is no number."""
        widget = self.field.field.widget
        if type(widget) is not forms.NumberInput:
            return widget
        attrs["inputmode"] = (
            "numeric" if isinstance(self.field.field, forms.IntegerField) else "decimal"
        )
        plain = copy(widget)
        plain.input_type = "text"
        plain.attrs = {k: v for k, v in widget.attrs.items() if k not in ("min", "max", "step")}
        return plain

    def _css_class(self) -> str:
        own = self.field.field.widget.attrs.get("class", "")
        return f"control control-{self.kind} {own}".strip()


def describe(field: BoundField, own_hint: Any = "") -> FieldParts:
    """The parts of a bound field; `own_hint` is a page's hint instead of the form's."""
    return FieldParts(field, str(own_hint or ""))
