"""The day-parts as a week: one line per day-part, one column per weekday."""

from dataclasses import dataclass

from core.sites.configuration import DayPart, Origin, SiteConfiguration
from core.sites.enums import Weekday
from core.sites.texts import in_language
from core.sites.web.shown import Sheet
from core.ui.formats import clock


@dataclass(frozen=True)
class Cell:
    """One day-part on one weekday; `hours` is empty on a day without it."""

    weekday: str
    hours: str


@dataclass(frozen=True)
class Line:
    """One day-part over the week."""

    name: str
    places: int
    cells: list[Cell]
    origin: Origin | None


@dataclass(frozen=True)
class Week:
    """The whole week; days without any day-part are left out."""

    weekdays: list[str]
    lines: list[Line]


def shown_week(configuration: SiteConfiguration) -> Week:
    """The week of a configuration in the site's local hours."""
    open_on = [
        day for day in Weekday if any(day in part.weekdays for part in configuration.day_parts)
    ]
    sheet = Sheet(configuration)
    return Week(
        weekdays=[str(day.label) for day in open_on],
        lines=[_line(part, open_on, sheet) for part in configuration.day_parts],
    )


def _line(part: DayPart, open_on: list[Weekday], sheet: Sheet) -> Line:
    hours = f"{clock(part.starts)}–{clock(part.ends)}"
    return Line(
        name=in_language(part.label),
        places=sheet.configuration.capacity_of(part.code),
        cells=[Cell(str(day.label), hours if day in part.weekdays else "") for day in open_on],
        origin=sheet.origin(("day_parts", part.code, "starts")),
    )
