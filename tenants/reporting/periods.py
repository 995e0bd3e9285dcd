"""The day or the period that figures are asked for, in the site's own calendar."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Period:
    """Up to and including `end`; from `start` where a period was asked, else a single day."""

    start: date | None
    end: date

    def __post_init__(self) -> None:
        if self.start is not None and self.start > self.end:
            raise ValueError(f"A period that ends ({self.end}) before it starts ({self.start}).")


def months_earlier(day: date, months: int) -> date:
    """The same day of an earlier month; the month's last day where it has no such day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def quarter_of(day: date) -> Period:
    """The calendar quarter that `day` is in."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return Period(first, months_earlier(first, -3) - timedelta(days=1))


def half_year_of(day: date) -> Period:
    """The half year that `day` is in: what partners of the programme report by."""
    first = date(day.year, 1 if day.month <= 6 else 7, 1)
    return Period(first, months_earlier(first, -6) - timedelta(days=1))


def last_half_years(today: date, count: int) -> list[Period]:
    """The half years that are over, the latest first."""
    found, day = [], half_year_of(today).start
    for _number in range(count):
        period = half_year_of(day - timedelta(days=1))
        found.append(period)
        day = period.start
    return found
