"""What to compare: one figure, one period."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.comparison.evidence import Question
from core.comparison.selectors import ApprovedPeriod, approved_periods, indicators
from core.ui.formats import plain_date
from core.ui.forms import PlainForm

FIRST_ASKED = "in_trajectory"
"""The figure that the page opens with."""


def period_in_words(period: ApprovedPeriod) -> str:
    """First and last day, in the reader's language."""
    return f"{plain_date(period.start)} – {plain_date(period.end)}"


class QuestionForm(PlainForm):
    """A GET form; without choices it asks for the first figure and the latest period."""

    indicator = forms.ChoiceField(label=_("Figure"))
    period = forms.ChoiceField(label=_("Period"))

    def __init__(self, asked: dict[str, Any], *, user: Any) -> None:
        self.periods = {found.code: found for found in approved_periods(user)}
        self.indicators = {found.code: found for found in indicators(user)}
        known = {key: asked[key] for key in ("indicator", "period") if asked.get(key)}
        super().__init__({**self._first(), **known})
        self.fields["indicator"].choices = [
            (code, found.label) for code, found in self.indicators.items()
        ]
        self.fields["period"].choices = [
            (code, period_in_words(found)) for code, found in self.periods.items()
        ]

    def _first(self) -> dict[str, str]:
        codes = list(self.indicators)
        return {
            "indicator": FIRST_ASKED if FIRST_ASKED in codes else next(iter(codes), ""),
            "period": next(iter(self.periods), ""),
        }

    @property
    def question(self) -> Question | None:
        """None while something is chosen that there is not."""
        if not self.is_valid():
            return None
        period = self.periods[self.cleaned_data["period"]]
        return Question(self.cleaned_data["indicator"], period.start, period.end)

    @property
    def query(self) -> str:
        """The question as the end of an address."""
        chosen = self.cleaned_data
        return f"indicator={chosen['indicator']}&period={chosen['period']}"
