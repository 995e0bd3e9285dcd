"""What coaches fill in about learning. The rules stand in the services; forms only ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.sites.configuration import SiteConfiguration
from core.sites.lists import offered
from core.ui.forms import PlainForm, YesNoUnknownField
from tenants.families.web.recording import HoursField, RecordingForm, day_field


def _hours() -> HoursField:
    return HoursField(
        label=_("Hours in all"),
        max_digits=6,
        help_text=_("Of the whole training. Leave it empty if you do not know."),
    )


class TrainingForm(RecordingForm):
    kind = forms.ChoiceField(label=_("What kind of training"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Name of the training"),
        required=False,
        max_length=200,
        help_text=_("As the parent calls it, with where it is given."),
    )
    started_on = day_field(_("First day"))
    hours = _hours()
    ended_on = day_field(_("Last day"), required=False)
    completed = YesNoUnknownField(label=_("Completed?"), not_asked=False)

    def __init__(self, *args: Any, configuration: SiteConfiguration, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = offered("training_kinds", configuration)


class CompleteForm(PlainForm):
    completed = YesNoUnknownField(
        label=_("Did the parent complete it?"), not_asked=False, required=True
    )
    ended_on = day_field(_("Last day"))
    hours = _hours()


class VolunteeringForm(RecordingForm):
    organisation = forms.CharField(
        label=_("Where"), max_length=200, help_text=_("The organisation, or what it is for.")
    )
    started_on = day_field(_("First day"))
    ended_on = day_field(_("Last day"), required=False)


class EndVolunteeringForm(PlainForm):
    ended_on = day_field(_("Last day"))
