"""The forms of a referral: who, how to reach them, the children, who referred them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from core.sites.configuration import SiteConfiguration
from core.sites.lists import offered
from core.sites.vocabulary import VOCABULARY
from core.ui.forms import DateField, PlainForm, YesNoUnknownField
from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.enums import Sex
from tenants.families.validation import check_child, check_family, check_parent
from tenants.families.web.forms.groups import FormGroup

FIRST_ROWS = 1
MOST_ROWS = 20
REQUIRED = {
    "first_name": _later("Fill in the first name."),
    "last_name": _later("Fill in the family name."),
    "date": _later("Fill in the date."),
    "referrer": _later("Choose who referred the family."),
}


class PersonForm(PlainForm):
    """A parent, or a child: name, date of birth, sex."""

    first_name = forms.CharField(
        label=_later("First name"),
        max_length=100,
        error_messages={"required": REQUIRED["first_name"]},
    )
    last_name = forms.CharField(
        label=_later("Family name"),
        max_length=150,
        error_messages={"required": REQUIRED["last_name"]},
    )
    birth_date = DateField(label=_later("Date of birth"), required=False)
    sex = forms.ChoiceField(label=_later("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN)

    def details(self, family_name: str = "") -> PersonDetails:
        """What was filled in; a child without a family name of its own gets the parent's."""
        filled = self.cleaned_data
        return PersonDetails(
            first_name=filled["first_name"],
            last_name=filled.get("last_name") or family_name,
            birth_date=filled["birth_date"],
            sex=filled["sex"] or Sex.UNKNOWN,
        )


class ParentForm(PersonForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["birth_date"].help_text = _("Leave it empty if you do not know it.")

    def clean(self) -> None:
        """The service's rule on parents, so that all errors of the page show at once."""
        if not self.errors:
            add_messages(self, check_parent(self.details(), on=timezone.localdate()))


class ChildForm(PersonForm):
    """A row for a child; a row that was left empty is no child."""

    sex = forms.ChoiceField(
        label=_later("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN, required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, empty_permitted=True, **options)
        self.fields["first_name"].required = True
        self.fields["last_name"].required = False
        self.fields["last_name"].help_text = _("Only if it differs from the parent's.")

    def clean(self) -> None:
        """The service's rule on children, as far as it does not hang on the parent."""
        if self.has_changed() and not self.errors:
            child = self.details(family_name="-")
            add_messages(self, check_child(child, parent_born=None, on=timezone.localdate()))

    def has_changed(self) -> bool:
        """Somebody typed a name or a date; the chosen sex alone makes no child."""
        return bool({"first_name", "last_name", "birth_date"} & set(self.changed_data))


class ContactForm(PlainForm):
    """Where the family lives and how to reach it."""

    residence_lau = forms.ChoiceField(label=_later("Municipality"), required=False)
    postcode = forms.CharField(label=_later("Postcode"), required=False, max_length=12)
    phone = forms.CharField(
        label=_later("Telephone"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = forms.CharField(
        label=_later("E-mail address"),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "off"}),
    )
    household_language = forms.ChoiceField(label=_later("Language at home"), required=False)
    interpreter_needed = YesNoUnknownField(label=_later("Is an interpreter needed?"))

    def __init__(self, *args: Any, configuration: SiteConfiguration, **options: Any) -> None:
        super().__init__(*args, **options)
        own_places = configuration.place.lau_codes
        self.fields["residence_lau"].choices = code_choices("residence_lau", first=own_places)
        self.fields["household_language"].choices = code_choices("household_language")

    def clean(self) -> None:
        """The service's rules on addresses and numbers."""
        add_messages(self, check_family(FamilyDetails(name="-", **self.cleaned_data)))


class ReferralForm(PlainForm):
    """Who referred the family, and when."""

    referred_on = DateField(
        label=_later("Referred on"), error_messages={"required": REQUIRED["date"]}
    )
    referrer = forms.ChoiceField(
        label=_later("Who referred the family?"), error_messages={"required": REQUIRED["referrer"]}
    )
    note = forms.CharField(
        label=_later("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_later(
            "What the coach should know before the intake. No national numbers, and about "
            "health only what is needed."
        ),
    )

    def __init__(self, *args: Any, configuration: SiteConfiguration, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("referred_on", timezone.localdate())
        self.fields["referrer"].choices = [
            ("", _("Choose …")),
            *offered("referrers", configuration),
        ]


class ConfirmationForm(PlainForm):
    """Asked only when we may know the family already."""

    is_another_family = forms.BooleanField(
        label=_later("This is another family: register it"), required=False
    )


class Registration(FormGroup):
    """The whole referral as one form, with as many rows for children as were asked for."""

    def __init__(
        self,
        configuration: SiteConfiguration,
        data: Mapping[str, Any] | None = None,
        *,
        check: bool = True,
    ) -> None:
        self.rows = _rows(data)
        build = partial(_part, data=data, check=check)
        parts: dict[str, forms.Form] = {
            "parent": build(ParentForm, "parent"),
            "family": build(ContactForm, "family", configuration=configuration),
        }
        titles = {}
        for place in range(self.rows):
            parts[f"children.{place}"] = build(ChildForm, f"children-{place}")
            titles[f"children.{place}"] = _("Child %(number)s") % {"number": place + 1}
        parts[""] = build(ReferralForm, "referral", configuration=configuration)
        parts["confirmation"] = build(ConfirmationForm, "confirmation")
        super().__init__(parts, titles)

    @property
    def children(self) -> list[forms.Form]:
        return [self.parts[f"children.{place}"] for place in range(self.rows)]

    @property
    def referral(self) -> forms.Form:
        return self.parts[""]

    def details(self) -> dict[str, Any]:
        """The arguments of `register_referral`, without `by`."""
        parent = self.parts["parent"].details()
        filled = self.parts["family"].cleaned_data
        referral = self.referral.cleaned_data
        return {
            "family": FamilyDetails(name=parent.last_name, **filled),
            "parent": parent,
            "children": [child.details(parent.last_name) for child in self._filled_rows()],
            "referred_on": referral["referred_on"],
            "referrer": referral["referrer"],
            "note": referral["note"],
            "is_another_family": self.parts["confirmation"].cleaned_data["is_another_family"],
        }

    def _filled_rows(self) -> list[Any]:
        return [child for child in self.children if child.has_changed()]

    def _add(self, field: str, texts: Any) -> None:
        """The service counts the children that were filled in; the page counts rows."""
        prefix, _dot, name = field.rpartition(".")
        if prefix.startswith("children."):
            row = self._filled_rows()[int(prefix.removeprefix("children."))]
            prefix = f"children.{self.children.index(row)}"
            field = f"{prefix}.{name}"
        super()._add(field, texts)


def add_messages(form: forms.Form, messages: Mapping[str, list[str]]) -> None:
    """Show messages by field."""
    for field, texts in messages.items():
        form.add_error(field, texts)


def _part(
    form: type[forms.Form],
    prefix: str,
    *,
    data: Mapping[str, Any] | None,
    check: bool,
    **options: Any,
) -> forms.Form:
    """A part of the form; with `check=False` it shows what was typed and finds no fault yet."""
    if check or data is None:
        return form(data, prefix=prefix, **options)
    start = f"{prefix}-"
    typed = {key.removeprefix(start): data[key] for key in data if key.startswith(start)}
    return form(initial=typed, prefix=prefix, **options)


def _rows(data: Mapping[str, Any] | None) -> int:
    """How many rows for children the page has; one more when that button was pressed."""
    if data is None:
        return FIRST_ROWS
    asked = str(data.get("child_rows", ""))
    rows = int(asked) if asked.isdigit() else FIRST_ROWS
    return min(rows + ("more_children" in data), MOST_ROWS)


def code_choices(code: str, *, first: Any = ()) -> list[tuple[str, Any]]:
    """Choices of a code attribute: not known, then `first`, then the others by their label."""
    named = dict(VOCABULARY[code].choices())
    rest = [(value, str(label)) for value, label in named.items() if value not in first]
    other = [choice for choice in rest if choice[0] == VOCABULARY[code].other]
    sorted_rest = sorted((c for c in rest if c not in other), key=lambda c: c[1].casefold())
    own = [(value, str(named.get(value, value))) for value in first]
    return [("", _("Not known")), *own, *sorted_rest, *other]
