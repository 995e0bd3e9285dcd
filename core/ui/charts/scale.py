"""Axes: round steps, and places along them."""

import math
from dataclasses import dataclass
from datetime import date

STEPS = (1, 2, 2.5, 5, 10)


def round_step(span: float, most: int) -> float:
    """The smallest round step (1, 2, 2.5 or 5 times a power of ten) in at most `most` parts."""
    if span <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / most))
    for step in STEPS:
        if span / (step * power) <= most + 1e-9:
            return step * power
    return 10 * power


@dataclass(frozen=True)
class Scale:
    """From `low` to `high` in round steps."""

    low: float
    high: float
    step: float

    @classmethod
    def around(cls, values: list[float], *, most: int = 4, whole: bool = True) -> "Scale":
        """From zero (or below) to above the largest value; whole steps for counts of people."""
        top, bottom = max([0.0, *values]), min([0.0, *values])
        step = round_step((top - bottom) or 1.0, most)
        if whole:
            step = max(1.0, math.ceil(step))
        return cls(
            math.floor(bottom / step + 1e-9) * step,
            math.ceil((top or step) / step - 1e-9) * step,
            step,
        )

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * at for at in range(count + 1)]

    def share(self, value: float) -> float:
        """Place of a value, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Calendar:
    """A time axis from the first day to the last."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Place of a day, 0 to 1; one single day stands in the middle."""
        days = (self.last - self.first).days
        return (day - self.first).days / days if days else 0.5

    @property
    def by_year(self) -> bool:
        return (self.last - self.first).days > 730

    def ticks(self, most: int = 6) -> list[date]:
        """First days of years or months within the span, at most `most`, evenly apart."""
        months = [
            date(year, month, 1)
            for year in range(self.first.year, self.last.year + 1)
            for month in ((1,) if self.by_year else range(1, 13))
            if self.first <= date(year, month, 1) <= self.last
        ]
        return months[:: math.ceil(len(months) / most)] if months else [self.first, self.last]
