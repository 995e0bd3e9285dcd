"""Lines or steps over time; names stand at the end of the lines where there is room."""

from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui import formats
from core.ui.charts.chart import NUMBER, Chart, TimeSeries, Written, table_over_time, tone_of
from core.ui.charts.drawing import Drawing, element, joined, key, level_line, share, stretched
from core.ui.charts.plane import Plane

HEIGHT, FOOT = 220, 28
"""Pixels: of the plot, and below it for the dates."""

APART, SIGN = 18, 8
"""Pixels between two names at the ends of lines, and of an average sign of a figure."""


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
    plane = Plane.around(series, write, height)
    drawing = Drawing(
        title=title, description=_described(series, write), css_class="with-axis with-ends"
    )
    _draw_axes(drawing, plane, write)
    drawing.parts.append(_lines(series, plane, step))
    _draw_ends(drawing, series, plane, write)
    svg = drawing.render(plane.bottom + FOOT)
    if len(series) > 1:
        names = [(one.name, tone_of(one, at)) for at, one in enumerate(series)]
        svg = joined(key(names, "narrow-only"), svg)
    return Chart(title=title, svg=svg, **table_over_time(series, write, date_name), **frame)


def _draw_axes(drawing: Drawing, plane: Plane, write: Written) -> None:
    for tick in plane.scale.ticks:
        y = plane.y(tick)
        drawing.parts.append(level_line(y, axis=tick == 0))
        drawing.text(write(tick), "0", y + 4, "soft-text", dx="-8", text_anchor="end")
    by_year = plane.calendar.by_year
    for at, day in enumerate(plane.calendar.ticks()):
        label = str(day.year) if by_year else formats.month(day)
        css = "soft-text wide-only" if at % 2 and not by_year else "soft-text"
        drawing.text(label, plane.x(day), plane.bottom + 20, css, text_anchor="middle")


def _lines(series: Sequence[TimeSeries], plane: Plane, step: bool) -> SafeString:
    """The lines, in a picture of their own that stretches while the strokes do not."""
    paths = [
        element("path", css=f"line series-{tone_of(one, at)}", d=plane.path(one.points, step=step))
        for at, one in enumerate(series)
    ]
    return stretched(joined(*paths), plane.bottom)


def _draw_ends(
    drawing: Drawing, series: Sequence[TimeSeries], plane: Plane, write: Written
) -> None:
    """The last value and the name of each line, moved apart where they would touch."""
    ends = sorted(
        (plane.y(known[-1][1]), tone_of(one, at), one.name, known[-1])
        for at, one in enumerate(series)
        if (known := [(day, value) for day, value in one.points if value is not None])
    )
    places = moved_apart([y for y, *_rest in ends])
    for place, (y, tone, name, (day, value)) in zip(places, ends, strict=True):
        drawing.add("circle", css=f"dot series-{tone}", cx=share(plane.x(day)), cy=f"{y:g}", r=5)
        figure = write(value)
        drawing.text(figure, 1.0, place + 5, "strong-text", dx="10")
        if len(series) > 1:
            drawing.text(name, 1.0, place + 5, "end-name", dx=f"{16 + len(figure) * SIGN}")


def moved_apart(places: list[float], apart: float = APART) -> list[float]:
    """Heights in rising order, pushed down so that texts do not touch."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + apart) if moved else place)
    return moved


def _described(series: Sequence[TimeSeries], write: Written) -> str:
    parts = [
        _("%(name)s: from %(first)s on %(start)s to %(last)s on %(end)s")
        % {
            "name": one.name,
            "first": write(known[0][1]),
            "start": formats.plain_date(known[0][0]),
            "last": write(known[-1][1]),
            "end": formats.plain_date(known[-1][0]),
        }
        for one in series
        if (known := [(day, value) for day, value in one.points if value is not None])
    ]
    return _("Line over time. %(parts)s.") % {"parts": "; ".join(parts)}
