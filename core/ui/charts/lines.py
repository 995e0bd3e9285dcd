"""Lines or steps over time; names stand at the end of the lines where there is room."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.ui import formats
from core.ui.charts.chart import NUMBER, Chart, TimeSeries, Value, Written, tone_of
from core.ui.charts.drawing import Drawing, element, joined, key, share
from core.ui.charts.scale import Calendar, Scale

HEIGHT, TOP, FOOT = 220, 12, 28
"""Pixels: of the plot, above it, and below it for the dates."""

APART = 18
"""Pixels between two names at the ends of lines."""


def line_chart(
    *,
    title: str,
    series: Sequence[TimeSeries],
    step: bool = False,
    write: Written = NUMBER,
    date_name: str = "",
    height: int = HEIGHT,
    **frame: Any,
) -> Chart:
    """Values over time; `step=True` for stocks that hold until the next event.

    A None in a series breaks its line. Further arguments go to the frame.
    """
    values = [value for one in series for _day, value in one.points if value is not None]
    days = [day for one in series for day, _value in one.points]
    scale = Scale.around([float(value) for value in values], whole=write.kind == "number")
    calendar = Calendar(min(days), max(days))
    drawing = Drawing(
        title=title, description=_described(series, write), css_class="with-axis with-ends"
    )
    _draw_axes(drawing, scale, calendar, write, height)
    drawing.parts.append(_plot(series, scale, calendar, height, step))
    _draw_ends(drawing, series, scale, calendar, write, height)
    names = [(one.name, tone_of(one, at)) for at, one in enumerate(series)]
    svg = drawing.render(TOP + height + FOOT)
    if len(series) > 1:
        svg = joined(key(names, "narrow-only"), svg)
    return Chart(title=title, svg=svg, **_table(series, date_name), **frame)


def height_of(scale: Scale, value: float, height: int) -> float:
    """Pixels from the top for a value."""
    return TOP + height * (1 - scale.share(value))


def _draw_axes(
    drawing: Drawing, scale: Scale, calendar: Calendar, write: Written, height: int
) -> None:
    for tick in scale.ticks:
        y = height_of(scale, tick, height)
        css = "axis-line" if tick == 0 else "grid-line"
        drawing.add("line", css=css, x1="0", x2="100%", y1=f"{y:g}", y2=f"{y:g}")
        drawing.text(write(tick), "0", y + 4, "soft-text", dx="-8", text_anchor="end")
    for at, day in enumerate(calendar.ticks()):
        label = str(day.year) if calendar.by_year else formats.month(day)
        css = "soft-text wide-only" if at % 2 and not calendar.by_year else "soft-text"
        drawing.text(label, calendar.share(day), TOP + height + 20, css, text_anchor="middle")


def _plot(
    series: Sequence[TimeSeries], scale: Scale, calendar: Calendar, height: int, step: bool
) -> Any:
    """The lines, in a picture of their own that stretches while the strokes do not."""
    paths = [
        element(
            "path",
            css=f"line series-{tone_of(one, at)}",
            d=path(one.points, scale, calendar, height, step),
        )
        for at, one in enumerate(series)
    ]
    return element(
        "svg",
        joined(*paths),
        x="0",
        y="0",
        width="100%",
        height=TOP + height,
        viewBox=f"0 0 1000 {TOP + height}",
        preserveAspectRatio="none",
        overflow="visible",
    )


def path(
    points: Sequence[tuple[date, Value]], scale: Scale, calendar: Calendar, height: int, step: bool
) -> str:
    """Path of a line: thousandths of the width, pixels of height; None lifts the pen."""
    written: list[str] = []
    drawing_on = False
    for day, value in points:
        if value is None:
            drawing_on = False
            continue
        x = f"{calendar.share(day) * 1000:.1f}"
        y = f"{height_of(scale, value, height):.1f}"
        if not drawing_on:
            written.append(f"M{x} {y}")
        else:
            written.append(f"H{x}V{y}" if step else f"L{x} {y}")
        drawing_on = True
    return "".join(written)


def _draw_ends(
    drawing: Drawing,
    series: Sequence[TimeSeries],
    scale: Scale,
    calendar: Calendar,
    write: Written,
    height: int,
) -> None:
    """The last value and the name of each line, moved apart where they would touch."""
    ends = []
    for at, one in enumerate(series):
        known = [(day, value) for day, value in one.points if value is not None]
        if known:
            ends.append((height_of(scale, known[-1][1], height), at, one, known[-1]))
    ends.sort(key=lambda end: end[0])
    for place, (y, at, one, (day, value)) in zip(
        moved_apart([e[0] for e in ends]), ends, strict=True
    ):
        tone = tone_of(one, at)
        x = calendar.share(day)
        drawing.add("circle", css=f"dot series-{tone}", cx=share(x), cy=f"{y:g}", r=5)
        drawing.text(write(value), 1.0, place + 5, f"series-text series-{tone}", dx="10")
        if len(series) > 1:
            room = f"{16 + len(write(value)) * 8:g}"
            drawing.text(one.name, 1.0, place + 5, f"end-name series-text series-{tone}", dx=room)


def moved_apart(places: list[float], apart: float = APART) -> list[float]:
    """Heights in rising order, pushed down so that texts do not touch."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + apart) if moved else place)
    return moved


def _described(series: Sequence[TimeSeries], write: Written) -> str:
    parts = []
    for one in series:
        known = [(day, value) for day, value in one.points if value is not None]
        if known:
            parts.append(
                _("%(name)s: from %(first)s on %(start)s to %(last)s on %(end)s")
                % {
                    "name": one.name,
                    "first": write(known[0][1]),
                    "start": formats.plain_date(known[0][0]),
                    "last": write(known[-1][1]),
                    "end": formats.plain_date(known[-1][0]),
                }
            )
    return _("Line over time. %(parts)s.") % {"parts": "; ".join(parts)}


def _table(series: Sequence[TimeSeries], date_name: str) -> dict[str, Any]:
    days = sorted({day for one in series for day, _value in one.points})
    by_day = [dict(one.points) for one in series]
    return {
        "columns": [date_name or _("Date"), *(one.name for one in series)],
        "rows": [
            [formats.plain_date(day), *(values.get(day) for values in by_day)] for day in days
        ],
    }
