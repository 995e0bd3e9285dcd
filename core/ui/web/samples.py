"""Invented samples for the style guide: no real people, no database."""

from datetime import date
from types import SimpleNamespace as Sample
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from core.ui.charts import (
    Chart,
    Estimate,
    Series,
    TimeSeries,
    bar_chart,
    dot_chart,
    line_chart,
    small_multiples,
)
from core.ui.forms import DateField, PlainForm, YesNoUnknownField
from core.ui.icons import names as icon_names

COLOURS = (
    "paper surface sunken line line-strong ink ink-soft primary primary-strong primary-soft "
    "frame accent good attention stop info"
)


class SampleForm(PlainForm):
    """One field of every kind."""

    name = forms.CharField(
        label=_later("Name of the parent"),
        help_text=_later("As it is on the letter of the referrer."),
    )
    phone = forms.CharField(label=_later("Telephone"), required=False)
    born_on = DateField(label=_later("Date of birth"), help_text=_later("For example 27-03-1994."))
    children = forms.IntegerField(label=_later("Number of children"), min_value=0)
    referrer = forms.ChoiceField(
        label=_later("Referred by"),
        choices=[
            ("", "–"),
            ("vdab", "VDAB"),
            ("sh", "Sociaal Huis"),
            ("self", _later("Came by themselves")),
        ],
    )
    barrier = YesNoUnknownField(
        label=_later("Is childcare a main barrier to work or training?"), required=True
    )
    day_parts = forms.MultipleChoiceField(
        label=_later("Day-parts that would help"),
        choices=[
            ("am", _later("Morning")),
            ("pm", _later("Afternoon")),
            ("eve", _later("Evening")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    decision = forms.ChoiceField(
        label=_later("What happens now?"),
        choices=[
            ("start", _later("Start guidance")),
            ("wait", _later("Waiting list")),
            ("refer", _later("Refer elsewhere")),
        ],
        widget=forms.RadioSelect,
    )
    talk = forms.CharField(
        label=_later("What did you agree?"), widget=forms.Textarea, required=False
    )
    letter = forms.FileField(label=_later("Letter"), required=False)
    agreed = forms.BooleanField(label=_later("The parent has signed the commitment statement"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decision"].choice_hints = {
            "start": _("There is room with a family coach this week."),
            "wait": _("You will hear as soon as there is room."),
            "refer": _("Another service fits better; you stay in touch."),
        }


def context(request: HttpRequest) -> dict[str, Any]:
    """Everything the page shows."""
    wrong = SampleForm({"name": "", "born_on": "31-02-1994", "children": "two", "decision": ""})
    wrong.is_valid()
    return {
        "form": SampleForm(initial={"decision": "start", "name": "Amina van den Broeck"}),
        "wrong_form": wrong,
        "colours": COLOURS.split(),
        "chart_tones": range(1, 9),
        "icon_names": icon_names(),
        "entries": _entries(),
        "steps": _steps(),
        "tabs": _tabs(),
        "jobs": _jobs(),
        "facts": _facts(),
        "terms": _terms(),
        "families": _families(),
        "page": Paginator(range(240), 20).page(4),
        "charts": _charts(),
        "today": date(2026, 11, 22),
    }


def _entries() -> list[Sample]:
    return [
        Sample(
            on=date(2026, 11, 21),
            icon="chat-dots",
            title=_("Home visit"),
            text=_("Talked about Dutch lessons and the two mornings of childcare."),
            by="Lotte Maes",
            href="#",
            tone="neutral",
        ),
        Sample(
            on=date(2026, 11, 12),
            icon="mortarboard",
            title=_("Started a training"),
            text=_("Kitchen assistant, twelve weeks"),
            by="Lotte Maes",
            href="",
            tone="info",
        ),
        Sample(
            on=date(2026, 10, 1),
            icon="check2-circle",
            title=_("Taken into a trajectory"),
            text=_("Decided under configuration 4"),
            by="Joris Peeters",
            href="",
            tone="good",
        ),
        Sample(
            on=date(2025, 9, 24),
            icon="person-plus",
            title=_("Referred by Sociaal Huis"),
            text="",
            by="",
            href="",
            tone="neutral",
        ),
    ]


def _steps() -> list[Sample]:
    return [
        Sample(label=_("Referral"), state="done", href="#"),
        Sample(label=_("Family"), state="done", href="#"),
        Sample(label=_("Situation"), state="current", href=""),
        Sample(label=_("Decision"), state="todo", href=""),
    ]


def _tabs() -> list[Sample]:
    return [
        Sample(label=_("Timeline"), href="#", current=True, count=12),
        Sample(label=_("Situation"), href="#", current=False, count=None),
        Sample(label=_("Childcare"), href="#", current=False, count=3),
        Sample(label=_("Documents"), href="#", current=False, count=0),
    ]


def _jobs() -> list[Sample]:
    return [
        Sample(
            id=1,
            percent=None,
            label=_("Import of 86 cases"),
            state="waiting",
            url="",
            text="",
            result_url="",
        ),
        Sample(
            id=2,
            percent=62,
            label=_("Import of 86 cases"),
            state="running",
            url="",
            text="",
            result_url="",
        ),
        Sample(
            id=3,
            percent=100,
            label=_("Import of 86 cases"),
            state="done",
            url="",
            text=_("86 families were created."),
            result_url="#",
            result_label=_("See the families"),
        ),
        Sample(
            id=4,
            percent=40,
            label=_("Import of 86 cases"),
            state="failed",
            url="",
            text="",
            result_url="",
        ),
    ]


def _facts() -> list[Any]:
    return [
        (_("Lives in"), "Mechelen"),
        (_("Lone parent"), True),
        (_("Month of birth of the youngest child"), date(2024, 5, 1)),
        (_("Is childcare a barrier?"), None),
        Sample(
            label=_("Registered as job seeker"),
            value=False,
            hint=_("asked on 12 November"),
            href="",
        ),
    ]


def _terms() -> list[Any]:
    return [
        (_("In a trajectory"), _("Everyone who was ever taken into guidance, counted once.")),
        (_("Running"), _("Taken in and not yet ended on the date asked.")),
    ]


def _families() -> list[Sample]:
    return [
        Sample(
            name="Amina van den Broeck",
            status=_("In a trajectory"),
            tone="good",
            coach="Lotte Maes",
            since=date(2026, 10, 1),
            day_parts=14,
        ),
        Sample(
            name="Katarzyna Nowak-Wiśniewska",
            status=_("Waiting list"),
            tone="attention",
            coach="",
            since=date(2026, 11, 3),
            day_parts=0,
        ),
        Sample(
            name="Mariam El Idrissi",
            status=_("Ended"),
            tone="neutral",
            coach="Joris Peeters",
            since=date(2025, 2, 17),
            day_parts=1208,
        ),
    ]


def _charts() -> list[Chart]:
    return [_bars(), _grouped(), _line(), _dots(), _multiples()]


def _bars() -> Chart:
    return bar_chart(
        title=_("Most trajectories ended with work or training"),
        subtitle=_("34 ended trajectories, as of 29 February 2020"),
        categories=[
            _("Found paid work"),
            _("Went on to training"),
            _("Moved away"),
            _("Stopped without a reason known to us"),
        ],
        series=[Series(_("Parents"), [16, 11, 4, None])],
        category_name=_("Reason"),
        withheld=_("fewer than 5, not shown"),
        definition=_("The reason that the coach recorded when guidance ended."),
        download_url="#",
    )


def _grouped() -> Chart:
    return bar_chart(
        title=_("More families came in each year"),
        subtitle=_("Families that entered, by year of entry"),
        categories=["2018", "2019", "2020"],
        series=[Series(_("lone"), [12, 19, 1204]), Series(_("couple"), [9, 14, 860])],
        category_name=_("Year"),
    )


def _line() -> Chart:
    days = [date(year, month, 1) for year in range(2017, 2021) for month in (1, 5, 9)]
    return line_chart(
        title=_("Every third family that was referred is at work"),
        subtitle=_("Parents, cumulative since 2017"),
        series=[
            TimeSeries(
                _("Referred"),
                list(zip(days, [0, 6, 14, 22, 30, 39, 48, 57, 66, 75, 82, 86], strict=True)),
            ),
            TimeSeries(
                _("In a trajectory"),
                list(zip(days, [0, 3, 9, 15, 22, 29, 36, 44, 51, 58, 63, 67], strict=True)),
            ),
            TimeSeries(
                _("At work"),
                list(zip(days, [0, 0, 1, 3, 6, 9, 12, 15, 19, 22, 25, 27], strict=True)),
            ),
        ],
        step=True,
        definition=_("At work: at least one hour of paid work in the reference week."),
        download_url="#",
    )


def _dots() -> Chart:
    return dot_chart(
        title=_("Mechelen and Turnhout do not differ for those in common"),
        subtitle=_("Share at work among lone parents with a child under 3, 95% interval"),
        estimates=[
            Estimate("Mechelen", 0.41, 0.31, 0.52),
            Estimate("Turnhout", 0.36, 0.22, 0.53, tone=2),
            Estimate(
                "Centre Social Eclaté, Saint-Martin-Boulogne",
                None,
                note=_("not comparable: other unit counted"),
            ),
        ],
        reference=0.39,
        reference_label=_("together 39%"),
        label_name=_("Site"),
    )


def _multiples() -> Chart:
    days = [date(2020, month, 1) for month in range(1, 13)]
    waves = [
        [3, 4, 4, 6, 7, 7, 9, 9, 10, 12, 12, 14],
        [2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6, 6],
        [8, 8, 7, 7, 6, 6, 6, 5, 5, 4, 4, 3],
        [1, 1, None, None, 2, 3, 3, 4, 4, 5, 5, 6],
    ]
    return small_multiples(
        title=_("The waiting list grew at three of four sites"),
        subtitle=_("Families on the waiting list at the end of each month, 2020"),
        series=[
            TimeSeries(name, list(zip(days, wave, strict=True)), tone=1)
            for name, wave in zip(["Mechelen", "Gent", "Den Haag", "Wattrelos"], waves, strict=True)
        ],
    )
