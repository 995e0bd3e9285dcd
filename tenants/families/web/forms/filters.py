"""What the list of families can be narrowed down by."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from core.ui.forms import PlainForm
from tenants.families import states


class FamilyFilter(PlainForm):
    q = forms.CharField(
        label=_later("Name, reference or telephone"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    state = forms.ChoiceField(label=_later("Where they stand"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["state"].choices = [
            ("", _("Everywhere")),
            *((state.code, state.label) for state in states.all_states()),
        ]

    def chosen(self) -> dict[str, str]:
        """The arguments of `list_of_families`; what makes no sense is left out."""
        self.is_valid()
        filled = self.cleaned_data
        return {"query": filled.get("q", ""), "state": filled.get("state", "")}
