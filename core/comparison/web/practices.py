"""How two sites keep one figure, side by side."""

from dataclasses import dataclass
from typing import Any

from core.comparison.selectors import Evidence
from core.sites.configuration import SiteConfiguration
from core.sites.words import name_of, value_in_words

DETAILS = (
    "unit",
    "kind",
    "since",
    "population",
    "population_note",
    "at_work_means",
    "counting",
    "capture",
    "missing_share",
    "external_projects",
    "breaks",
    "mapping",
    "note",
)


@dataclass(frozen=True)
class PracticeRow:
    """One thing a site states, at each of two sites."""

    label: str
    values: list[str]
    differs: bool


def practice_rows(found: Evidence, slugs: tuple[str, str]) -> list[PracticeRow]:
    """What both state; rows that neither fills in are left out."""
    written = [_written(found.configurations.get(slug), found) for slug in slugs]
    rows = []
    for name in DETAILS:
        values = [one.get(name) for one in written]
        if name != "missing_share" and not any(values):
            continue
        shown = [
            _in_words(name, value, found.configurations.get(slug))
            for slug, value in zip(slugs, values, strict=True)
        ]
        rows.append(PracticeRow(name_of(name), shown, values[0] != values[1]))
    return rows


def _in_words(name: str, value: Any, configuration: SiteConfiguration | None) -> str:
    """A dash where there is nothing to say; a share that is not known is said."""
    if configuration is None or (not value and name != "missing_share"):
        return "–"
    return value_in_words(name, value, configuration)


def _written(configuration: SiteConfiguration | None, found: Evidence) -> dict:
    if configuration is None:
        return {}
    practice = configuration.practice.get(found.question.indicator)
    return practice.model_dump(mode="json") if practice else {}
