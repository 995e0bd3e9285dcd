"""A dot with its interval per row: an estimate is drawn with its uncertainty."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.ui.charts.bars import LINE
from core.ui.charts.chart import PERCENT, Chart, Value, Written
from core.ui.charts.drawing import Drawing, share, wrapped
from core.ui.charts.scale import Scale

TRACK, ROW_GAP, FOOT, LABEL_SIGNS = 18, 12, 22, 27


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
    begin = 20.0 if reference_label else 0.0
    heights = [_row_height(one) for one in estimates]
    end = begin + sum(heights)
    _draw_axis(drawing, scale, write, begin, end)
    if reference is not None:
        _draw_reference(drawing, scale.share(reference), reference_label, begin, end)
    y = begin
    for one, height in zip(estimates, heights, strict=True):
        _draw_row(drawing, one, scale, write, y)
        y += height
    table = _table(estimates, write, label_name, interval_name)
    return Chart(title=title, svg=drawing.render(end + FOOT), **table, **frame)


def _row_height(one: Estimate) -> float:
    return len(wrapped(one.label, LABEL_SIGNS)) * LINE + TRACK + ROW_GAP


def _draw_axis(drawing: Drawing, scale: Scale, write: Written, begin: float, end: float) -> None:
    for tick in scale.ticks:
        x = share(scale.share(tick))
        css = "axis-line" if tick == 0 else "grid-line"
        drawing.add("line", css=css, x1=x, x2=x, y1=f"{begin:g}", y2=f"{end:g}")
        anchor = {scale.low: "start", scale.high: "end"}.get(tick, "middle")
        drawing.text(write(tick), scale.share(tick), end + 16, "soft-text", text_anchor=anchor)


def _draw_reference(drawing: Drawing, place: float, label: str, begin: float, end: float) -> None:
    x = share(place)
    drawing.add("line", css="reference", x1=x, x2=x, y1=f"{begin - 4:g}", y2=f"{end:g}")
    anchor = "start" if place < 0.25 else "end" if place > 0.75 else "middle"
    drawing.text(label, place, begin - 8, "soft-text", text_anchor=anchor)


def _draw_row(drawing: Drawing, one: Estimate, scale: Scale, write: Written, y: float) -> None:
    for line in wrapped(one.label, LABEL_SIGNS):
        drawing.text(line, "0", y + 14, "halo")
        y += LINE
    middle = y + TRACK / 2
    if one.value is None:
        drawing.text(one.note or _("not shown"), "0", middle + 4, "withheld soft-text halo")
        return
    drawing.text(_said(one, write), "100%", y - LINE + 14, "strong-text halo", text_anchor="end")
    if one.low is not None and one.high is not None:
        drawing.add(
            "line",
            css=f"interval series-{one.tone}",
            x1=share(scale.share(one.low)),
            x2=share(scale.share(one.high)),
            y1=f"{middle:g}",
            y2=f"{middle:g}",
        )
    x = share(scale.share(one.value))
    drawing.add("circle", css=f"dot series-{one.tone}", cx=x, cy=f"{middle:g}", r=6.5)


def _said(one: Estimate, write: Written) -> str:
    """ "41% (33% to 50%)"."""
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
