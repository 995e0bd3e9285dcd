"""What coaches fill in about guidance. The rules stand in the services; forms only ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.sites.configuration import SiteConfiguration
from core.sites.lists import offered
from core.ui.forms import PlainForm
from tenants.families.web.recording import HoursField, RecordingForm, day_field
from tenants.guidance.enums import Captured, Reached


def _cards(label: Any, **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, **options)


class ContactForm(RecordingForm):
    """Two taps for most contacts: how, and whether you spoke."""

    kind = _cards(_("How"))
    reached = _cards(_("Did you speak?"), choices=Reached.choices, initial=Reached.REACHED)
    on = day_field(_("When"))
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only family coaches and coordinators read it. Childcare staff never does."),
    )

    def __init__(self, *args: Any, configuration: SiteConfiguration, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = offered("contact_kinds", configuration)


class WorkForm(RecordingForm):
    kind = _cards(_("What kind of work"))
    started_on = day_field(_("First day of work"))
    hours_per_week = HoursField(
        label=_("Hours a week"), max_digits=4, help_text=_("Leave it empty if you do not know.")
    )
    captured = _cards(_("How do you know?"), choices=Captured.choices, initial=Captured.SELF_REPORT)
    ended_on = day_field(_("Last day of work"), required=False)

    def __init__(self, *args: Any, configuration: SiteConfiguration, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = offered("work_kinds", configuration)


class EndGuidanceForm(RecordingForm):
    end_reason = _cards(_("Why does guidance end?"))
    ended_on = day_field(
        _("Since when"), help_text=_("From this day on the parent counts as no longer in guidance.")
    )

    def __init__(self, *args: Any, configuration: SiteConfiguration, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["end_reason"].choices = offered("end_reasons", configuration)


class EndWorkForm(PlainForm):
    ended_on = day_field(_("Last day of work"))


class CoachForm(PlainForm):
    coach = forms.TypedChoiceField(
        label=_("Who guides this parent?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, coaches: list[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["coach"].choices = coaches
