"""Form fields as the design system asks for them.

"Unknown" and "not asked" are answers here: a coach who did not ask must not be made to invent.
Both are None in what is stored; the difference stays visible in the form only.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

YES, NO, NOT_KNOWN, NOT_ASKED = "yes", "no", "unknown", "not_asked"
ANSWERS = {YES: True, NO: False, NOT_KNOWN: None, NOT_ASKED: None, "": None}


class DateInput(forms.DateInput):
    """The device's own calendar; browsers without one show a text field with the pattern."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        # The placeholder is only seen where the browser has no calendar of its own.
        super().__init__(attrs={"placeholder": _("yyyy-mm-dd"), **(attrs or {})}, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The device's own clock, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class DateField(forms.DateField):
    """A business date. Accepts ISO and the ways of writing of our four countries."""

    widget = DateInput
    default_error_messages = {
        "invalid": _("This is not a date. Write day, month and year, for example 27-03-2026.")
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y"]
        )
        super().__init__(**options)


class TimeField(forms.TimeField):
    """A local time of day, to the minute."""

    widget = TimeInput


class YesNoUnknownSelect(forms.RadioSelect):
    """Radio choices for an answer of True, False or None."""

    def format_value(self, value: Any) -> list[str]:
        if isinstance(value, bool):
            return [YES if value else NO]
        return [NOT_KNOWN if value is None else str(value)]


class YesNoUnknownField(forms.TypedChoiceField):
    """Yes / no / not known / not asked; cleaned to True, False or None.

    With `required=True` an answer must be chosen, but "not known" is an answer. Without an
    initial value nothing is chosen beforehand: the coach decides, not the screen.
    """

    widget = YesNoUnknownSelect

    def __init__(self, *, not_asked: bool = True, **options: Any) -> None:
        choices = [(YES, _("Yes")), (NO, _("No")), (NOT_KNOWN, _("Not known"))]
        if not_asked:
            choices.append((NOT_ASKED, _("Not asked")))
        options.setdefault("required", False)
        super().__init__(
            choices=choices, coerce=lambda answer: ANSWERS[answer], empty_value=None, **options
        )

    def prepare_value(self, value: Any) -> Any:
        """None that nobody chose stays unchosen; a stored None is "not known" in a bound form."""
        if value is None:
            return ""
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.clean_quietly(data) != initial)

    def clean_quietly(self, data: Any) -> bool | None:
        """The answer in `data`, None where it is none."""
        try:
            answer: bool | None = self.clean(data)
        except ValidationError:
            return None
        return answer


REQUIRED = {
    forms.BooleanField: _("Tick this box to go on."),
    forms.FileField: _("Choose a file to go on."),
    forms.ChoiceField: _("Choose one of the answers to go on."),
    forms.ModelChoiceField: _("Choose one of the answers to go on."),
    forms.Field: _("This cannot stay empty. Fill it in to go on."),
}
"""What is missing and how to go on, by kind of field; the first that fits."""


def say_what_is_missing(form: forms.BaseForm) -> None:
    """Replace Django's "This field is required" where the form says nothing of its own."""
    usual = forms.Field.default_error_messages["required"]
    for field in form.fields.values():
        if field.error_messages.get("required") is usual:
            kind = next(kind for kind in REQUIRED if isinstance(field, kind))
            field.error_messages["required"] = REQUIRED[kind]


class PlainForm(forms.Form):
    """Base of our forms: no colons after labels, and native checks stay off.

    The browser's own bubbles cannot be styled, translated or linked from the summary.
    """

    use_required_attribute = False
    label_suffix = ""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        say_what_is_missing(self)


class PlainModelForm(forms.ModelForm):
    """The same for forms on a model."""

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        say_what_is_missing(self)


def add_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Show a service's refusal in the form: by field where the form has it, else on top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, errors in error.error_dict.items():
        form.add_error(field if field in form.fields else None, errors)
