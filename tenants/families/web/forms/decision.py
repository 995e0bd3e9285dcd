"""The forms around a decision: recording it, the next step, leaving the waiting list."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.ui.forms import DateField, PlainForm
from tenants.families.enums import WITHDRAWAL_REASONS, NextStep

NO_DATE = {"required": _("Fill in the date.")}


class DecisionForm(PlainForm):
    decided_on = DateField(label=_("Decided on"), error_messages=NO_DATE)
    reason = forms.CharField(
        label=_("Remark"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stands beside the reasons above. It does not change the outcome."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decided_on"].initial = timezone.localdate


class NextStepForm(PlainForm):
    """Start or wait, and from which day."""

    step = forms.ChoiceField(
        label=_("What happens next?"),
        choices=(
            (NextStep.START, _("Start guidance")),
            (NextStep.WAITING, _("Put on the waiting list")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether guidance starts or the parent waits.")},
    )
    on = DateField(label=_("From"), error_messages=NO_DATE)

    def __init__(self, *args: Any, waits: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = timezone.localdate
        step = self.fields["step"]
        step.choice_hints = {
            NextStep.START: _("A case opens, and the parent gets a family coach."),
            NextStep.WAITING: _("There is no room now. You will see the parent under Today."),
        }
        if waits:
            step.choices = step.choices[:1]
            step.initial = NextStep.START


class WithdrawalForm(PlainForm):
    reason = forms.ChoiceField(
        label=_("Why does the parent no longer wait?"),
        choices=[(reason.value, reason.label) for reason in WITHDRAWAL_REASONS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why the parent no longer waits.")},
    )
    on = DateField(label=_("From"), error_messages=NO_DATE)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = timezone.localdate
