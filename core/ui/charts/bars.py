"""Horizontal bars from zero, with the label above and the value at the end of each bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts.chart import NUMBER, Chart, Series, Value, Written, tone_of
from core.ui.charts.drawing import Drawing, element, joined, key, share, wrapped

BAR, BAR_GAP, LINE, ROW_GAP = 16, 4, 19, 16
"""Pixels: thickness of a bar, space between bars of a group, a line of label, space of rows."""

NARROW, SIGN, LABEL_SIGNS = 330, 7.6, 40
"""Pixels of a chart on a phone, of an average sign, and signs of a label's line."""


@dataclass(frozen=True)
class _Writing:
    """How values and names are written at the ends of bars."""

    write: Written
    withheld: str
    room: float = 1.0
    named: bool = False

    def __call__(self, value: Value) -> str:
        return self.withheld if value is None else self.write(value)


def bar_chart(
    *,
    title: str,
    categories: Sequence[str],
    series: Sequence[Series],
    write: Written = NUMBER,
    category_name: str = "",
    withheld: str = "",
    **frame: Any,
) -> Chart:
    """Bars of one or more series per category, from zero.

    `withheld` is written where a value is None. Further arguments (`subtitle`, `note`,
    `definition`, `download_url`) go to the frame.
    """
    room, named = _room_at_end(series, write)
    writing = _Writing(write, withheld or _("not shown"), room, named)
    drawing = Drawing(title=title, description=_described(categories, series, writing))
    svg = drawing.render(_draw_rows(drawing, categories, series, writing))
    if len(series) > 1 and not named:
        svg = joined(key([(one.name, tone_of(one, at)) for at, one in enumerate(series)]), svg)
    rows = [
        [category, *(writing(one.values[at]) for one in series)]
        for at, category in enumerate(categories)
    ]
    columns = [category_name, *(one.name for one in series)]
    return Chart(title=title, svg=svg, columns=columns, rows=rows, **frame)


def _draw_rows(
    drawing: Drawing, categories: Sequence[str], series: Sequence[Series], writing: _Writing
) -> float:
    """Draw all categories; returns the height in pixels."""
    top = max([value for one in series for value in one.values if value is not None] or [1]) or 1
    y = 0.0
    for at, category in enumerate(categories):
        for line in wrapped(category, LABEL_SIGNS):
            drawing.text(line, "0", y + 14)
            y += LINE
        y += 3
        for place, one in enumerate(series):
            value = one.values[at]
            length = None if value is None else max(0.0, value) / top * writing.room
            end = [writing(value), one.name if writing.named else ""]
            _draw_bar(drawing, y, length, tone_of(one, place), end)
            y += BAR + BAR_GAP
        y += ROW_GAP - BAR_GAP
    return max(y - ROW_GAP + 2, BAR)


def _draw_bar(
    drawing: Drawing, y: float, length: float | None, tone: int, end: Sequence[str]
) -> None:
    """One bar with its figure and perhaps its name at the end; None is said, not drawn."""
    if length is None:
        drawing.text(" ".join(end).strip(), "0", y + 13, "withheld soft-text")
        return
    drawing.add("rect", css="bar-track", x="0", y=f"{y:g}", width="3", height=BAR)
    drawing.add(
        "rect", css=f"bar series-{tone}", x="0", y=f"{y:g}", width=share(length), height=BAR, rx=3
    )
    figure = element("tspan", end[0], css="strong-text", dx=8)
    name = element("tspan", end[1], css="soft-text", dx=5) if end[1] else ""
    drawing.text(joined(figure, name), length, y + 13)


def _room_at_end(series: Sequence[Series], write: Written) -> tuple[float, bool]:
    """Share of the width that the longest bar may take, and whether names fit beside values."""
    written = [write(value) for one in series for value in one.values] or [""]
    figure = max(len(text) for text in written) * SIGN + 12
    name = max((len(one.name) for one in series), default=0) * SIGN * 0.88 + 8
    named = len(series) > 1 and (figure + name) / NARROW <= 0.4
    taken = figure + (name if named else 0)
    return max(0.4, 1 - taken / NARROW), named


def _described(categories: Sequence[str], series: Sequence[Series], writing: _Writing) -> str:
    parts = [
        f"{category}: "
        + ", ".join(
            (f"{one.name} " if len(series) > 1 else "") + writing(one.values[at]) for one in series
        )
        for at, category in enumerate(categories)
    ]
    return _("Bar chart. %(parts)s.") % {"parts": "; ".join(parts)}
