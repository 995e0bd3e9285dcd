"""Indicator practice: for each figure what one stands for and how it is known."""

from dataclasses import dataclass

from core.sites.configuration import IndicatorPractice, SiteConfiguration
from core.sites.enums import Indicator, Mapping
from core.sites.texts import in_language
from core.sites.web.shown import Sheet, Shown

#: In the order in which a reader asks: what, since when, how, among whom, beside what.
DETAILS = (
    "unit",
    "kind",
    "since",
    "valid_from",
    "capture",
    "counting",
    "population",
    "population_note",
    "missing_share",
)
TONES = {Mapping.EXACT: "good", Mapping.NONE: "stop"}


@dataclass(frozen=True)
class ShownPractice:
    """One indicator as this site keeps it."""

    code: str
    name: str
    mapping: str
    tone: str
    note: str
    unit: Shown
    since: Shown
    capture: Shown
    rows: list[Shown]
    has_assumptions: bool


def shown_practice(configuration: SiteConfiguration) -> list[ShownPractice]:
    """Every indicator in the order of the indicators."""
    sheet = Sheet(configuration)
    return [_shown(str(code), found, sheet) for code, found in configuration.practice.items()]


def _shown(code: str, practice: IndicatorPractice, sheet: Sheet) -> ShownPractice:
    rows = [
        *sheet.rows("practice", code, names=DETAILS),
        *sheet.rows("practice", code, "at_work_means", names=_work(practice)),
        *sheet.rows("practice", code, names=("external_projects", "breaks", "mapping", "note")),
    ]
    return ShownPractice(
        code=code,
        name=str(Indicator(code).label),
        mapping=str(practice.mapping.label),
        tone=TONES.get(practice.mapping, "attention"),
        note=in_language(practice.note),
        unit=sheet.row("practice", code, "unit"),
        since=sheet.row("practice", code, "since"),
        capture=sheet.row("practice", code, "capture"),
        rows=rows,
        has_assumptions=any(row.is_assumed for row in rows),
    )


def _work(practice: IndicatorPractice) -> tuple[str, ...]:
    return ("work_kinds", "minimum_hours_per_week") if practice.at_work_means else ()
