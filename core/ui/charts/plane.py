"""The plane of a chart over time: days along the width, values up from the axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.ui.charts.chart import TimeSeries, Value, Written
from core.ui.charts.scale import Calendar, Scale

TOP = 12
"""Pixels above the plot, so that the highest mark is not cut."""


@dataclass(frozen=True)
class Plane:
    """Where a value on a day stands; `height` is the height of the plot in pixels."""

    scale: Scale
    calendar: Calendar
    height: int

    @classmethod
    def around(
        cls, series: Sequence[TimeSeries], write: Written, height: int, *, most: int = 4
    ) -> "Plane":
        """The plane that holds all points of the series, in at most `most` steps upwards."""
        values = [float(value) for one in series for _day, value in one.points if value is not None]
        days = [day for one in series for day, _value in one.points]
        scale = Scale.around(values, most=most, whole=write.kind == "number")
        return cls(scale, Calendar(min(days), max(days)), height)

    @property
    def bottom(self) -> int:
        """Pixels from the top to the lowest line."""
        return TOP + self.height

    def x(self, day: date) -> float:
        """Share of the width, 0 to 1."""
        return self.calendar.share(day)

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return TOP + self.height * (1 - self.scale.share(value))

    def path(self, points: Sequence[tuple[date, Value]], *, step: bool) -> str:
        """Path of a line: thousandths of the width, pixels of height; None lifts the pen."""
        written: list[str] = []
        pen_down = False
        for day, value in points:
            if value is not None:
                x, y = f"{self.x(day) * 1000:.1f}", f"{self.y(value):.1f}"
                # A lone point is a line of no length, which a round pen shows as a dot.
                onward = f"H{x}V{y}" if step else f"L{x} {y}"
                written.append(onward if pen_down else f"M{x} {y}h0")
            pen_down = value is not None
        return "".join(written)
