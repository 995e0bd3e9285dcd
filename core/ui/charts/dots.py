"""A dot with its interval per row: an estimate is drawn with its uncertainty."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts.bars import LINE
from core.ui.charts.chart import PERCENT, Chart, Value, Written
from core.ui.charts.drawing import Drawing, share, wrapped
from core.ui.charts.scale import Scale

TRACK, ROW_GAP, FOOT, LABEL_SIGNS = 22, 16, 12, 27
"""Pixels of a row's track, between rows, below for the axis; signs of a label's line."""


@dataclass(frozen=True)
class Estimate:
    """A value with its interval (same unit); None is withheld, for the reason in `note`."""

    label: str
    value: Value
    low: Value = None
    high: Value = None
    note: str = ""
    tone: int = 1


def dot_chart(
    *,
    title: str,
    estimates: Sequence[Estimate],
    write: Written = PERCENT,
    reference: float | None = None,
    reference_label: str = "",
    label_name: str = "",
    interval_name: str = "",
    **frame: Any,
) -> Chart:
    """One row per estimate on a common axis from zero, with a reference line if there is one."""
    figures = [
        float(figure)
        for one in estimates
        for figure in (one.value, one.low, one.high)
        if figure is not None
    ] + ([reference] if reference is not None else [])
    scale = Scale.around(figures, whole=write.kind == "number")
    drawing = Drawing(title=title, description=_described(estimates, write), css_class="dots")
    y = 20.0 if reference is not None and reference_label else 0.0
    if y:
        _draw_reference_label(drawing, scale.share(reference or 0), reference_label)
    for one in estimates:
        y = _draw_row(drawing, one, scale, write, y, reference)
    _draw_axis(drawing, scale, write, y - ROW_GAP)
    table = _table(estimates, write, label_name, interval_name)
    return Chart(title=title, svg=drawing.render(y + FOOT), **table, **frame)


def _draw_axis(drawing: Drawing, scale: Scale, write: Written, y: float) -> None:
    for tick in scale.ticks:
        anchor = {scale.low: "start", scale.high: "end"}.get(tick, "middle")
        drawing.text(write(tick), scale.share(tick), y + 16, "soft-text", text_anchor=anchor)


def _draw_reference_label(drawing: Drawing, place: float, label: str) -> None:
    anchor = "start" if place < 0.25 else "end" if place > 0.75 else "middle"
    drawing.text(label, place, 12, "soft-text", text_anchor=anchor)


def _draw_row(
    drawing: Drawing,
    one: Estimate,
    scale: Scale,
    write: Written,
    y: float,
    reference: float | None,
) -> float:
    """Label, figure and track of one estimate; returns where the next row begins."""
    for at, line in enumerate(wrapped(one.label, LABEL_SIGNS)):
        drawing.text(line, "0", y + 14)
        if not at and one.value is not None:
            drawing.text(_said(one, write), "100%", y + 14, "strong-text", text_anchor="end")
        y += LINE
    if one.value is None:
        drawing.text(one.note or _("not shown"), "0", y + 12, "withheld soft-text")
        return y + LINE + ROW_GAP
    _draw_track(drawing, scale, reference, y + 2)
    middle = f"{y + 2 + TRACK / 2:g}"
    if one.low is not None and one.high is not None:
        ends = {"x1": share(scale.share(one.low)), "x2": share(scale.share(one.high))}
        drawing.add("line", css=f"interval series-{one.tone}", y1=middle, y2=middle, **ends)
    x = share(scale.share(one.value))
    drawing.add("circle", css=f"dot series-{one.tone}", cx=x, cy=middle, r=7)
    return y + 2 + TRACK + ROW_GAP


def _draw_track(drawing: Drawing, scale: Scale, reference: float | None, y: float) -> None:
    top, bottom = f"{y:g}", f"{y + TRACK:g}"
    drawing.add("rect", css="track", x="0", y=top, width="100%", height=TRACK, rx=4)
    for tick in scale.ticks[1:-1]:
        x = share(scale.share(tick))
        drawing.add("line", css="grid-line", x1=x, x2=x, y1=top, y2=bottom)
    if reference is not None:
        x = share(scale.share(reference))
        drawing.add("line", css="reference", x1=x, x2=x, y1=f"{y - 3:g}", y2=f"{y + TRACK + 3:g}")


def _said(one: Estimate, write: Written) -> str:
    """The figure with its interval: "41% (33% to 50%)"."""
    if one.low is None or one.high is None:
        return write(one.value)
    return _("%(value)s (%(low)s to %(high)s)") % {
        "value": write(one.value),
        "low": write(one.low),
        "high": write(one.high),
    }


def _described(estimates: Sequence[Estimate], write: Written) -> str:
    parts = [
        f"{one.label}: {one.note or _('not shown') if one.value is None else _said(one, write)}"
        for one in estimates
    ]
    return _("Dots with intervals. %(parts)s.") % {"parts": "; ".join(parts)}


def _table(
    estimates: Sequence[Estimate], write: Written, label_name: str, interval_name: str
) -> dict[str, Any]:
    return {
        "columns": [label_name, _("Value"), interval_name or _("Interval")],
        "rows": [
            [
                one.label,
                (one.note or _("not shown")) if one.value is None else write(one.value),
                "–"
                if one.low is None or one.high is None
                else f"{write(one.low)} – {write(one.high)}",
            ]
            for one in estimates
        ],
    }
