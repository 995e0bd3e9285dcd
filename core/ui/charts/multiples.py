"""Small multiples: the same small picture per site or group, on one common scale."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui import formats
from core.ui.charts.bars import LINE
from core.ui.charts.chart import NUMBER, Chart, TimeSeries, Written, tone_of
from core.ui.charts.drawing import Drawing, element, joined, share, wrapped
from core.ui.charts.lines import TOP, height_of, path
from core.ui.charts.scale import Calendar, Scale

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
    values = [float(value) for one in series for _day, value in one.points if value is not None]
    days = [day for one in series for day, _value in one.points]
    scale = Scale.around(values, most=2, whole=write.kind == "number")
    calendar = Calendar(min(days), max(days))
    lines = max(len(wrapped(one.name, LABEL_SIGNS)) for one in series)
    panels = [_panel(one, scale, calendar, write, step, lines) for one in series]
    svg = format_html(
        '<div class="chart-multiples">{}</div>',
        format_html_join("", "<div>{}</div>", ((panel,) for panel in panels)),
    )
    return Chart(title=title, svg=svg, **_table(series, date_name), **frame)


def _panel(
    one: TimeSeries, scale: Scale, calendar: Calendar, write: Written, step: bool, lines: int
) -> SafeString:
    """One panel; all get as many lines for the label as the longest label needs."""
    known = [(day, value) for day, value in one.points if value is not None]
    drawing = Drawing(title=one.name, description=_described(one, known, write))
    for at, line in enumerate(wrapped(one.name, LABEL_SIGNS)):
        drawing.text(line, "0", 14 + at * LINE, "strong-text")
    last = write(known[-1][1]) if known else _("not shown")
    drawing.text(last, "100%", 14, "strong-text", text_anchor="end")
    top = lines * LINE
    picture = _picture(one, known, scale, calendar, step, tone_of(one, 0))
    drawing.add("g", picture, transform=f"translate(0 {top})")
    for day, x, anchor in ((calendar.first, "0", "start"), (calendar.last, "100%", "end")):
        label = str(day.year) if calendar.by_year else formats.month(day, with_year=False)
        drawing.text(label, x, top + TOP + HEIGHT + 18, "soft-text", text_anchor=anchor)
    return drawing.render(top + TOP + HEIGHT + FOOT)


def _picture(
    one: TimeSeries, known: list[Any], scale: Scale, calendar: Calendar, step: bool, tone: int
) -> SafeString:
    lines = [
        element(
            "line",
            css="axis-line" if tick == 0 else "grid-line",
            x1="0",
            x2="100%",
            y1=f"{height_of(scale, tick, HEIGHT):g}",
            y2=f"{height_of(scale, tick, HEIGHT):g}",
        )
        for tick in scale.ticks
    ]
    line = element(
        "svg",
        element(
            "path", css=f"line series-{tone}", d=path(one.points, scale, calendar, HEIGHT, step)
        ),
        width="100%",
        height=TOP + HEIGHT,
        viewBox=f"0 0 1000 {TOP + HEIGHT}",
        preserveAspectRatio="none",
        overflow="visible",
    )
    if not known:
        return joined(*lines)
    day, value = known[-1]
    dot = element(
        "circle",
        css=f"dot series-{tone}",
        cx=share(calendar.share(day)),
        cy=f"{height_of(scale, value, HEIGHT):g}",
        r=4.5,
    )
    return joined(*lines, line, dot)


def _described(one: TimeSeries, known: list[Any], write: Written) -> str:
    if not known:
        return _("%(name)s: not shown.") % {"name": one.name}
    return _("%(name)s: from %(first)s to %(last)s.") % {
        "name": one.name,
        "first": write(known[0][1]),
        "last": write(known[-1][1]),
    }


def _table(series: Sequence[TimeSeries], date_name: str) -> dict[str, Any]:
    days = sorted({day for one in series for day, _value in one.points})
    by_day = [dict(one.points) for one in series]
    return {
        "columns": [date_name or _("Date"), *(one.name for one in series)],
        "rows": [
            [formats.plain_date(day), *(values.get(day) for values in by_day)] for day in days
        ],
    }
