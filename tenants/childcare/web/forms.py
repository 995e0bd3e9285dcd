"""What is filled in about childcare. The rules stand in the services; forms only ask."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.sites.configuration import SiteConfiguration
from core.sites.texts import in_language
from core.ui.forms import PlainForm
from tenants.childcare.selectors import age_in_words
from tenants.childcare.services.checks import weekdays_of
from tenants.families.models import Child
from tenants.families.web.recording import day_field


class DayForm(PlainForm):
    """Which day to look at."""

    on = day_field(_("Day"))


class AddForm(PlainForm):
    """One tap: this child, this day-part, this day."""

    child = forms.IntegerField(min_value=1)
    on = day_field(_("Day"))
    day_part = forms.CharField(max_length=60)


class AttendanceForm(PlainForm):
    """From a family's file: which children, which day, which day-parts."""

    child = forms.TypedMultipleChoiceField(
        label=_("Who came"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    on = day_field(_("When"))
    day_part = forms.MultipleChoiceField(label=_("Day-parts"), widget=forms.CheckboxSelectMultiple)

    def __init__(
        self,
        *args: Any,
        children: list[Child],
        configuration: SiteConfiguration,
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        who, parts = self.fields["child"], self.fields["day_part"]
        who.choices = [(child.pk, child.first_name) for child in children]
        who.choice_hints = {
            str(child.pk): age_in_words(child.birth_date, today) for child in children
        }
        if len(children) == 1:
            who.initial = [children[0].pk]
        parts.choices = [(part.code, in_language(part.label)) for part in configuration.day_parts]
        parts.choice_hints = {part.code: weekdays_of(part) for part in configuration.day_parts}
