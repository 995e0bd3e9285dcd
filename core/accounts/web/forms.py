"""What people fill in about accounts. The rules stand in the services; forms only ask."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    get_default_password_validators,
)
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.accounts.enums import Role
from core.audit.enums import EntryKind
from core.ui.forms import PlainForm

ROLE_HINTS = {
    Role.FAMILY_COACH: _("Guides families: contacts, plans, outcomes."),
    Role.CHILDCARE_WORKER: _("Works on the floor: who comes today, attendance, handover."),
    Role.TEAM_COACH: _("Leads the childcare team: places, bookings, waiting list."),
    Role.COORDINATOR: _("Decides on families, follows the figures and approves them."),
    Role.SITE_ADMINISTRATOR: _("Manages people and the settings of the site."),
    Role.LEAD_PARTNER: _("Leads the programme and manages its people."),
    Role.PROJECT_MANAGER: _("Follows work packages, periods and money."),
    Role.COMMUNICATIONS: _("Writes and publishes stories and figures."),
    Role.RESEARCHER: _("Compares sites by protected figures."),
    Role.PARTNER_REPORTER: _("Reports the activities and costs of one partner."),
}


def _password(autocomplete: str, **options: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(strip=False, max_length=1024, widget=widget, **options)


def _password_hint() -> str:
    """What makes a good password here, in two sentences instead of the validators' four."""
    lengths = [
        validator.min_length
        for validator in get_default_password_validators()
        if isinstance(validator, MinimumLengthValidator)
    ]
    hint = gettext(
        "At least %(number)d characters. A few words in a row are easy to remember and hard to "
        "guess; your name or address is not."
    )
    return hint % {"number": max(lengths, default=1)}


def _email(**options: Any) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "username", "inputmode": "email"})
    return forms.EmailField(label=_("E-mail address"), max_length=254, widget=widget, **options)


class _RolesField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def offer(self, roles: Iterable[Role]) -> None:
        self.choices = [(role.value, role.label) for role in roles]
        self.choice_hints = {role.value: ROLE_HINTS[role] for role in roles}


class _LanguageChoice(PlainForm):
    """A form with a language among those that the host has switched on."""

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["language"].choices = languages


class SignInForm(PlainForm):
    email = _email()
    password = _password("current-password", label=_("Password"))


class ForgottenPasswordForm(PlainForm):
    email = _email()


class NewPasswordForm(PlainForm):
    password = _password("new-password", label=_("New password"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"].help_text = _password_hint()


class ChangePasswordForm(PlainForm):
    current_password = _password("current-password", label=_("Current password"))
    new_password = _password("new-password", label=_("New password"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["new_password"].help_text = _password_hint()


class ProfileForm(_LanguageChoice):
    name = forms.CharField(
        label=_("Name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    language = forms.ChoiceField(label=_("Language"))


class AcceptForm(_LanguageChoice):
    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("As your colleagues know you."),
    )
    password = _password("new-password", label=_("Choose a password"))
    language = forms.ChoiceField(label=_("Language of your screens"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"].help_text = _password_hint()


class RolesForm(PlainForm):
    roles = _RolesField(label=_("Roles"))

    def __init__(self, *args: Any, offered: list[Role], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["roles"].offer(offered)


class InviteForm(_LanguageChoice):
    name = forms.CharField(
        label=_("Name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=_("The invitation goes there. It is also the name to sign in with."),
    )
    roles = _RolesField(label=_("Roles"), help_text=_("You can change these at any time."))
    language = forms.ChoiceField(
        label=_("Language of the invitation"),
        help_text=_("Your colleague can choose another language later."),
    )

    def __init__(self, *args: Any, offered: list[Role], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["roles"].offer(offered)


class LogFilterForm(PlainForm):
    kind = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=[("", _("Everything")), *EntryKind.choices],
    )
    person = forms.TypedChoiceField(label=_("Who"), required=False, coerce=int, empty_value=None)
    family = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: list[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = [("", _("Everybody")), *people]
