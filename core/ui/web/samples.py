"""Invented samples for the style guide: no real people, no database."""

from datetime import date
from types import SimpleNamespace as Sample
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.ui.icons import names as icon_names
from core.ui.web.sample_charts import charts
from core.ui.web.sample_forms import SampleForm

COLOURS = (
    "paper surface sunken line line-strong ink ink-soft primary primary-strong primary-soft "
    "frame accent good attention stop info"
)


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
        "charts": charts(),
        "today": date(2026, 11, 22),
    }


def _entry(on: date, icon: str, title: str, text: str = "", **more: str) -> Sample:
    defaults = {"by": "", "href": "", "tone": "neutral"}
    return Sample(on=on, icon=icon, title=title, text=text, **defaults | more)


def _entries() -> list[Sample]:
    talk = _("Talked about Dutch lessons and the two mornings of childcare.")
    coach = "Lotte Maes"
    return [
        _entry(date(2026, 11, 21), "chat-dots", _("Home visit"), talk, by=coach, href="#"),
        _entry(
            date(2026, 11, 12),
            "mortarboard",
            _("Started a training"),
            _("Kitchen assistant, twelve weeks"),
            by=coach,
            tone="info",
        ),
        _entry(
            date(2026, 10, 1),
            "check2-circle",
            _("Taken into a trajectory"),
            _("Decided under configuration 4"),
            by="Joris Peeters",
            tone="good",
        ),
        _entry(date(2025, 9, 24), "person-plus", _("Referred by Sociaal Huis")),
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
    """A job in each of its states."""
    common = {"label": _("Import of 86 cases"), "url": "", "result_url": "", "text": ""}
    done = {"text": _("86 families were created."), "result_url": "#"}
    done["result_label"] = _("See the families")
    return [
        Sample(**common | {"id": 1, "percent": None, "state": "waiting"}),
        Sample(**common | {"id": 2, "percent": 62, "state": "running"}),
        Sample(**common | {"id": 3, "percent": 100, "state": "done"} | done),
        Sample(**common | {"id": 4, "percent": 40, "state": "failed"}),
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
