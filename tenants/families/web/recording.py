"""What the pages share on which something is recorded on a family's file.

Each is one short form for a phone between two visits: who, what, when (today beforehand). The
hidden `submission` number lets the service tell a form that was sent twice from two events.
"""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.ui.forms import DateField, PlainForm, add_errors
from core.ui.notices import announce
from tenants.families.models import Family


def family_of(request: HttpRequest, reference: str) -> Family:
    """The family of that reference, if this user may see it; else 404."""
    return get_object_or_404(Family.objects.visible_to(request.user), reference=reference)


def day_field(label: Any, **options: Any) -> DateField:
    """A date with today, by the site's calendar, filled in beforehand unless it is optional."""
    if options.get("required", True):
        options.setdefault("initial", timezone.localdate)
    return DateField(label=label, **options)


class HoursField(forms.DecimalField):
    """Hours to half an hour or so; a comma and a point are both a decimal sign, everywhere."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, decimal_places=1, localize=True, **options)

    def to_python(self, value: Any) -> Any:
        """A Dutch coach who reads English screens still types 19,5."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class RecordingForm(PlainForm):
    """Asks whom it is about only where there is a choice. `people` are (id, name) pairs.

    `chosen` is the person somebody came for, from a list or a card: then that is filled in.
    """

    person = forms.TypedChoiceField(label=_("Who"), coerce=int, widget=forms.RadioSelect)
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def __init__(
        self,
        *args: Any,
        people: Sequence[tuple[int, str]],
        chosen: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.people = list(people)
        if len(self.people) == 1:
            del self.fields["person"]
        else:
            self.fields["person"].choices = self.people
            self.fields["person"].initial = chosen

    @property
    def person_id(self) -> int:
        """Whom it is about; call it on a valid form."""
        return self.cleaned_data.get("person", self.people[0][0])

    def given(self) -> dict[str, Any]:
        """What was filled in, without the person."""
        return {name: value for name, value in self.cleaned_data.items() if name != "person"}


def recorded(request: HttpRequest, form: forms.Form, act: Callable[[], Any]) -> Any:
    """Do `act` if the form was sent and is valid; None means that the form has to be shown."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act()
    except ValidationError as refusal:
        add_errors(form, refusal)
        return None


def back_to_file(
    request: HttpRequest, family: Family, text: str, *, level: int = messages.SUCCESS
) -> HttpResponse:
    """Return to the family's file and say there what was recorded."""
    announce(request, text, level=level)
    return redirect("families:file", reference=family.reference)


def recording_page(
    request: HttpRequest, template: str, family: Family, form: forms.Form, **context: Any
) -> HttpResponse:
    """The form; 422 when what was sent was refused."""
    status = 422 if form.is_bound and form.errors else 200
    given = {"family": family, "form": form, **context}
    return render(request, template, given, status=status)
