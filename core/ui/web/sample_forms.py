"""A form with one field of every kind, for the style guide."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from core.ui.forms import DateField, PlainForm, YesNoUnknownField


class SampleForm(PlainForm):
    """One field of every kind."""

    name = forms.CharField(
        label=_later("Name of the parent"),
        help_text=_later("As it is on the letter of the referrer."),
    )
    phone = forms.CharField(label=_later("Telephone"), required=False)
    born_on = DateField(label=_later("Date of birth"), help_text=_later("For example 27-03-1994."))
    children = forms.IntegerField(label=_later("Number of children"), min_value=0)
    referrer = forms.ChoiceField(
        label=_later("Referred by"),
        choices=[
            ("", "–"),
            ("vdab", "VDAB"),
            ("sh", "Sociaal Huis"),
            ("self", _later("Came by themselves")),
        ],
    )
    barrier = YesNoUnknownField(
        label=_later("Is childcare a main barrier to work or training?"), required=True
    )
    day_parts = forms.MultipleChoiceField(
        label=_later("Day-parts that would help"),
        choices=[
            ("am", _later("Morning")),
            ("pm", _later("Afternoon")),
            ("eve", _later("Evening")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    decision = forms.ChoiceField(
        label=_later("What happens now?"),
        choices=[
            ("start", _later("Start guidance")),
            ("wait", _later("Waiting list")),
            ("refer", _later("Refer elsewhere")),
        ],
        widget=forms.RadioSelect,
    )
    talk = forms.CharField(
        label=_later("What did you agree?"), widget=forms.Textarea, required=False
    )
    letter = forms.FileField(label=_later("Letter"), required=False)
    agreed = forms.BooleanField(label=_later("The parent has signed the commitment statement"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decision"].choice_hints = {
            "start": _("There is room with a family coach this week."),
            "wait": _("You will hear as soon as there is room."),
            "refer": _("Another service fits better; you stay in touch."),
        }
