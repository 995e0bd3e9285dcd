"""What a chart consists of, and the series it is drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui import formats

Value = float | int | None
"""None is a figure that is withheld or not there; it is said, never drawn as nought."""


@dataclass(frozen=True)
class Written:
    """How values are written: as numbers, as shares of one in per cent, or as money."""

    kind: str = "number"
    decimals: int = 0

    def __call__(self, value: Value) -> str:
        if value is None:
            return "–"
        match self.kind:
            case "percent":
                return formats.percent(value, self.decimals)
            case "money":
                return formats.money(value, decimals=self.decimals)
        return formats.number(value, self.decimals)


NUMBER = Written()
PERCENT = Written("percent")


@dataclass(frozen=True)
class Series:
    """Values of one kind, one per category. `tone` is the number of its colour, 1 to 8."""

    name: str
    values: Sequence[Value]
    tone: int = 0


@dataclass(frozen=True)
class TimeSeries:
    """Values on dates, in order of time."""

    name: str
    points: Sequence[tuple[date, Value]]
    tone: int = 0


@dataclass
class Chart:
    """A chart in its frame, for `<c-chart :chart="chart" />`.

    `title` is the finding in words, `subtitle` says what is counted, in what unit and as of
    when; `columns` and `rows` are the table beside it, written in the reader's
    way (the first cell of a row is its head).
    """

    title: str
    svg: SafeString
    columns: Sequence[Any] = field(default_factory=list)
    rows: Sequence[Sequence[Any]] = field(default_factory=list)
    subtitle: str = ""
    note: str = ""
    definition: str = ""
    download_url: str = ""


def tone_of(series: Series | TimeSeries, position: int) -> int:
    """Number of a series' colour: its own, or by its place; never the colour of another."""
    return series.tone or position % 8 + 1


def table_over_time(
    series: Sequence[TimeSeries], write: Written, date_name: str = ""
) -> dict[str, Any]:
    """Columns and rows beside a chart over time: one row a date, one column a series."""
    days = sorted({day for one in series for day, _value in one.points})
    by_day = [dict(one.points) for one in series]
    return {
        "columns": [date_name or _("Date"), *(one.name for one in series)],
        "rows": [
            [formats.plain_date(day), *(write(values.get(day)) for values in by_day)]
            for day in days
        ],
    }
