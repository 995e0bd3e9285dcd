"""What is asked of figures: the day or the period, and how they divide."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.indicators.enums import Dimension
from core.ui.forms import DateField, PlainForm
from tenants.reporting.periods import Period

BREAKDOWNS = [
    ("", gettext_lazy("Not divided")),
    (Dimension.TARGET_GROUP, gettext_lazy("By target group")),
    (Dimension.FAMILY_TYPE, gettext_lazy("By family type")),
    (Dimension.CHILD_AGE, gettext_lazy("By age of the youngest child")),
]


class PeriodForm(PlainForm):
    """A first day, where a period is asked, and a last day."""

    start = DateField(label=gettext_lazy("From"), required=False)
    end = DateField(label=gettext_lazy("Up to and including"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end = given.get("start"), given.get("end")
        if start and end and start > end:
            text = _("The period ends before it starts. Exchange the two days.")
            self.add_error("end", text)
        return given

    def period(self) -> Period:
        """Of a valid form."""
        return Period(self.cleaned_data["start"], self.cleaned_data["end"])


class FiguresForm(PeriodForm):
    """The controls above the dashboard. Without a `start` figures are as of the day."""

    start = DateField(label=gettext_lazy("From (for a period)"), required=False)
    end = DateField(label=gettext_lazy("As of"))
    by = forms.ChoiceField(label=gettext_lazy("Divided"), choices=BREAKDOWNS, required=False)

    field_order = ("end", "start", "by")

    def clean_end(self) -> Any:
        end = self.cleaned_data["end"]
        if end > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet. Choose today or earlier."))
        return end


class ApprovalPeriodForm(PeriodForm):
    """A period other than the usual half years."""

    start = DateField(label=gettext_lazy("From"))


class WithdrawalForm(PlainForm):
    """Why an approval is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Why do you withdraw it?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=gettext_lazy("Partners read this. Name no person."),
    )
