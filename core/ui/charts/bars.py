"""Horizontal bars from zero, with the label above and the value at the end of each bar."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts.chart import NUMBER, Chart, Series, Written, tone_of
from core.ui.charts.drawing import Drawing, element, joined, key, share, wrapped

BAR, BAR_GAP, LINE, ROW_GAP = 16, 4, 19, 16
"""Pixels: thickness of a bar, space between bars of a group, a line of label, space of rows."""

NARROW, SIGN, LABEL_SIGNS = 330, 7.6, 40
"""Pixels of a chart on a phone, of an average sign, and signs of a label's line."""


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
    """Bars of one or more series per category.

    `withheld` is written where a value is None. Further arguments (`subtitle`, `note`,
    `definition`, `download_url`) go to the frame.
    """
    withheld = withheld or _("not shown")
    names = [(one.name, tone_of(one, at)) for at, one in enumerate(series)]
    room, named = _room_at_end(series, write, withheld)
    top = max([value for one in series for value in one.values if value is not None] or [1]) or 1
    drawing = Drawing(title=title, description=_described(categories, series, write, withheld))
    y = 0.0
    for at, category in enumerate(categories):
        for line in wrapped(category, LABEL_SIGNS):
            drawing.text(line, "0", y + 14)
            y += LINE
        y += 3
        for place, one in enumerate(series):
            said = one.name if named else ""
            length = None if one.values[at] is None else max(0, one.values[at]) / top * room
            _draw_bar(drawing, y, length, names[place][1], write(one.values[at]), said, withheld)
            y += BAR + BAR_GAP
        y += ROW_GAP - BAR_GAP
    svg = drawing.render(max(y - ROW_GAP + 2, BAR))
    if len(series) > 1 and not named:
        svg = joined(key(names), svg)
    return Chart(title=title, svg=svg, **_table(categories, series, category_name), **frame)


def _draw_bar(
    drawing: Drawing,
    y: float,
    length: float | None,
    tone: int,
    value: str,
    said: str,
    withheld: str,
) -> None:
    if length is None:
        drawing.text(f"{withheld} {said}".strip(), "0", y + 13, "withheld soft-text")
        return
    drawing.add("rect", css="bar-track", x="0", y=f"{y:g}", width="3", height=BAR)
    drawing.add(
        "rect", css=f"bar series-{tone}", x="0", y=f"{y:g}", width=share(length), height=BAR, rx=3
    )
    figure = element("tspan", value, css="strong-text", dx=8)
    name = element("tspan", said, css="soft-text", dx=5) if said else ""
    drawing.text(joined(figure, name) if said else figure, length, y + 13)


def _room_at_end(series: Sequence[Series], write: Written, withheld: str) -> tuple[float, bool]:
    """Share of the width that the longest bar may take, and whether names fit beside values."""
    values = [write(value) for one in series for value in one.values] or [""]
    figure = max(len(text) for text in values) * SIGN + 12
    name = max((len(one.name) for one in series), default=0) * SIGN * 0.88 + 8
    named = len(series) > 1 and (figure + name) / NARROW <= 0.4
    taken = figure + (name if named else 0)
    return max(0.4, 1 - taken / NARROW), named


def _described(
    categories: Sequence[str], series: Sequence[Series], write: Written, withheld: str
) -> str:
    parts = [
        f"{category}: "
        + ", ".join(
            (f"{one.name} " if len(series) > 1 else "")
            + (withheld if one.values[at] is None else write(one.values[at]))
            for one in series
        )
        for at, category in enumerate(categories)
    ]
    return _("Bar chart. %(parts)s.") % {"parts": "; ".join(parts)}


def _table(categories: Sequence[str], series: Sequence[Series], name: str) -> dict[str, Any]:
    return {
        "columns": [name, *(one.name for one in series)],
        "rows": [
            [category, *(one.values[at] for one in series)]
            for at, category in enumerate(categories)
        ],
    }
