"""Small multiples: the same small picture per site or group, on one common scale."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui import formats
from core.ui.charts.bars import LINE
from core.ui.charts.chart import NUMBER, Chart, TimeSeries, Written, table_over_time, tone_of
from core.ui.charts.drawing import (
    Drawing,
    element,
    joined,
    level_line,
    share,
    stretched,
    wrapped,
)
from core.ui.charts.plane import Plane

HEIGHT, FOOT, LABEL_SIGNS = 84, 24, 13
"""Pixels of a panel's plot and below it; signs of a line of its label."""


def small_multiples(
    *,
    title: str,
    series: Sequence[TimeSeries],
    step: bool = False,
    write: Written = NUMBER,
    date_name: str = "",
    **frame: Any,
) -> Chart:
    """One small line per series, all on the same two scales; further arguments go to the frame."""
    plane = Plane.around(series, write, HEIGHT, most=2)
    lines = max(len(wrapped(one.name, LABEL_SIGNS)) for one in series)
    panels = [_panel(one, plane, write, step, lines) for one in series]
    svg = format_html(
        '<div class="chart-multiples">{}</div>',
        format_html_join("", "<div>{}</div>", ((panel,) for panel in panels)),
    )
    return Chart(title=title, svg=svg, **table_over_time(series, write, date_name), **frame)


def _panel(one: TimeSeries, plane: Plane, write: Written, step: bool, lines: int) -> SafeString:
    """One panel; all get as many lines for the label as the longest label needs."""
    known = [(day, value) for day, value in one.points if value is not None]
    drawing = Drawing(title=one.name, description=_described(one, known, write))
    for at, line in enumerate(wrapped(one.name, LABEL_SIGNS)):
        drawing.text(line, "0", 14 + at * LINE, "strong-text")
    last = write(known[-1][1]) if known else _("not shown")
    drawing.text(last, "100%", 14, "strong-text", text_anchor="end")
    top = lines * LINE
    drawing.add("g", _picture(one, known, plane, step), transform=f"translate(0 {top})")
    ends = ((plane.calendar.first, "0", "start"), (plane.calendar.last, "100%", "end"))
    for day, x, anchor in ends:
        by_year = plane.calendar.by_year
        label = str(day.year) if by_year else formats.month(day, with_year=False)
        drawing.text(label, x, top + plane.bottom + 18, "soft-text", text_anchor=anchor)
    return drawing.render(top + plane.bottom + FOOT)


def _picture(one: TimeSeries, known: list[Any], plane: Plane, step: bool) -> SafeString:
    tone = tone_of(one, 0)
    parts = [level_line(plane.y(tick), axis=tick == 0) for tick in plane.scale.ticks]
    if known:
        day, value = known[-1]
        line = element("path", css=f"line series-{tone}", d=plane.path(one.points, step=step))
        parts.append(stretched(line, plane.bottom))
        place = {"cx": share(plane.x(day)), "cy": f"{plane.y(value):g}"}
        parts.append(element("circle", css=f"dot series-{tone}", r=4.5, **place))
    return joined(*parts)


def _described(one: TimeSeries, known: list[Any], write: Written) -> str:
    if not known:
        return _("%(name)s: not shown.") % {"name": one.name}
    return _("%(name)s: from %(first)s to %(last)s.") % {
        "name": one.name,
        "first": write(known[0][1]),
        "last": write(known[-1][1]),
    }
