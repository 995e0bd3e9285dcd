"""Figures as a page shows them: with their words, unit, stretch of time and definition."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.indicators.registry import registry
from core.sites.configuration import SiteConfiguration
from core.sites.enums import Indicator, Kind
from core.sites.texts import in_language
from tenants.reporting.figures import CountedFigure
from tenants.reporting.words import definitions, since_when, unit_label

#: Topics of the dashboard, each with its figures in the order of a family's way.
TOPICS = {
    "way": (
        Indicator.REFERRED,
        Indicator.IN_TRAJECTORY,
        Indicator.RUNNING,
        Indicator.ENDED,
    ),
    "care": (
        Indicator.FAMILIES_ENTERED,
        Indicator.CHILDREN_CARED_FOR,
        Indicator.DAY_PARTS_ATTENDED,
    ),
    "work": (
        Indicator.FOLLOWED_TRAINING,
        Indicator.FOUND_WORK,
        Indicator.AT_WORK,
        Indicator.VOLUNTEERING,
    ),
}


@dataclass(frozen=True)
class ShownFigure:
    """One key figure. `change` is against a year before, None where that says nothing."""

    code: str
    label: str
    value: int
    unit: str
    since: str
    note: str
    as_of: date
    change: int | None
    definition: str
    population: str
    counting_rule: str
    practice_note: str

    @property
    def term(self) -> str:
        """With `text`: an entry in the list of definitions."""
        return self.label

    @property
    def text(self) -> str:
        parts = [self.definition, self.population, self.counting_rule]
        if self.practice_note:
            parts.append(_("At your site: %(note)s") % {"note": self.practice_note})
        return " ".join(parts)


@dataclass(frozen=True)
class Topic:
    """Figures that belong together."""

    title: str
    figures: list[ShownFigure]


def shown_figures(
    counted: Mapping[str, CountedFigure],
    before: Mapping[str, CountedFigure],
    configuration: SiteConfiguration | None,
) -> dict[str, ShownFigure]:
    """Each figure with its words; `before` are the figures of a year earlier."""
    words = definitions()
    practice = configuration.practice if configuration else {}
    return {
        code: _shown(figure, before.get(code), words.get(code), practice.get(code))
        for code, figure in counted.items()
    }


def _shown(
    figure: CountedFigure, before: CountedFigure | None, words: Any, practice: Any
) -> ShownFigure:
    return ShownFigure(
        code=figure.code,
        label=words.label if words else figure.code,
        value=figure.total,
        unit=unit_label(figure.unit),
        since=since_when(figure.kind, figure.scope.start, figure.scope.end),
        note=_note(figure),
        as_of=figure.scope.end,
        change=_change(figure, before),
        definition=words.definition if words else "",
        population=words.population if words else "",
        counting_rule=words.counting_rule if words else "",
        practice_note=in_language(practice.note) if practice else "",
    )


def _note(figure: CountedFigure) -> str:
    """What the date below the figure does not say: nothing, for the situation on a day."""
    if figure.kind == Kind.STOCK:
        return ""
    return since_when(figure.kind, figure.scope.start, figure.scope.end)


def _change(figure: CountedFigure, before: CountedFigure | None) -> int | None:
    """Only like against like: the same unit and kind, and something to compare with."""
    alike = before is not None and (before.unit, before.kind) == (figure.unit, figure.kind)
    if not alike or figure.kind == Kind.FLOW or not before.total:
        return None
    return figure.total - before.total


def topics(shown: Mapping[str, ShownFigure]) -> list[Topic]:
    """The figures by topic; an indicator without a topic comes with the last."""
    titles = {
        "way": _("From referral to the end of guidance"),
        "care": _("Families and childcare"),
        "work": _("Training, work and volunteering"),
    }
    placed = {code for codes in TOPICS.values() for code in codes}
    rest = [code for code in shown if code not in placed]
    found = []
    for name, codes in TOPICS.items():
        wanted = [*codes, *(rest if name == "work" else [])]
        figures = [shown[code] for code in wanted if code in shown]
        if figures:
            found.append(Topic(titles[name], figures))
    return found


def in_order(codes: Iterable[str]) -> list[str]:
    """Indicator codes in the order of the register."""
    wanted = set(codes)
    return [measure.code for measure in registry if measure.code in wanted]
