"""One site's figure with everything that must stand beside it.

A figure never stands without its unit, its days, the site's own definition and its context.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.comparison.evidence import OWN, Side
from core.comparison.selectors import Evidence
from core.sites.enums import Kind, Unit
from core.sites.texts import in_language
from core.ui.formats import list_of, number, plain_date


@dataclass(frozen=True)
class ShownFigure:
    """One site's figure with everything that must stand beside it."""

    slug: str
    name: str
    value: int | None
    unit: str
    time: str
    definition: str
    capture: str
    note: str
    context: str = ""
    withdrawn: bool = False


def shown_figure(side: Side, found: Evidence, population: str = OWN) -> ShownFigure:
    """One figure; its value is None where it is withheld, missing or withdrawn."""
    figure = side.figure(found.question.indicator, population)
    withdrawn = side.withdrawn_on is not None
    practice = side.practice
    return ShownFigure(
        slug=side.slug,
        name=side.name,
        value=None if figure is None or withdrawn else figure.value,
        unit=str(Unit(figure.unit).label) if figure else "",
        time=_time(side, found),
        definition=_definition(side, found),
        capture=str(practice.capture.label) if practice else _("not known"),
        note=_why_absent(side, figure),
        context=_context(found, side.slug),
        withdrawn=withdrawn,
    )


def _context(found: Evidence, slug: str) -> str:
    """DOMAIN: context is stated beside: the country and its labour market, the form of care."""
    configuration = found.configurations.get(slug)
    if configuration is None:
        return ""
    labels = {item.code: in_language(item.label) for item in configuration.lists.care_forms}
    forms = [labels.get(code, code) for code in configuration.care.forms]
    return f"{configuration.country.label} · {list_of(forms)}"


def _why_absent(side: Side, figure: Any) -> str:
    if side.withdrawn_on is not None:
        return _("Withdrawn on %(day)s: this figure no longer counts.") % {
            "day": plain_date(side.withdrawn_on)
        }
    if figure is None:
        return _("Not sent.")
    return _("Not shown, to protect people.") if figure.value is None else ""


def _time(side: Side, found: Evidence) -> str:
    """Which days the figure is of: "since 1 January 2017, as of 29 February 2020"."""
    question, practice = found.question, side.practice
    days = {
        "first": plain_date(question.period_start),
        "last": plain_date(question.period_end),
        "since": plain_date(practice.since) if practice else "",
    }
    if practice is None:
        return _("as of %(last)s") % days
    match practice.kind:
        case Kind.FLOW:
            return _("from %(first)s to %(last)s") % days
        case Kind.CUMULATIVE:
            return _("since %(since)s, as of %(last)s") % days
    return _("as of %(last)s") % days


def _definition(side: Side, found: Evidence) -> str:
    """The site's own definition: where it departs, how; else the shared one."""
    if side.practice is None:
        return _("The site has not said how it counts this.")
    words = [in_language(side.practice.note) or found.definition.definition]
    if meaning := side.practice.at_work_means:
        kinds = [in_language(side.labels_of_work.get(code)) or code for code in meaning.work_kinds]
        words.append(
            _("Work from %(hours)s hours a week: %(kinds)s.")
            % {"hours": number(meaning.minimum_hours_per_week), "kinds": list_of(kinds)}
        )
    return " ".join(words)
