"""When a site is open: holidays, summer, and the spring of 2020 in which everything closed."""

from dataclasses import dataclass, field
from datetime import date, timedelta

#: Public holidays of Flanders that move with Easter are left to the week around Easter itself.
FIXED_HOLIDAYS = {
    "BE": ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)),
    "NL": ((1, 1), (4, 27), (5, 5), (12, 25), (12, 26)),
    "FR": ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)),
    "GB": ((1, 1), (5, 6), (8, 26), (12, 25), (12, 26)),
}

#: The whole of Europe stayed at home; sites reopened at different moments.
LOCKDOWN = {
    "BE": (date(2020, 3, 16), date(2020, 5, 31)),
    "NL": (date(2020, 3, 16), date(2020, 5, 11)),
    "FR": (date(2020, 3, 17), date(2020, 5, 31)),
    "GB": (date(2020, 3, 23), date(2020, 6, 14)),
}


@dataclass
class Opening:
    """The days on which a site of a country is open; `weeks_off` are the weeks of summer."""

    country: str
    weeks_off: tuple[int, ...] = (29, 30, 31)
    first_day: date = date(2017, 1, 1)
    _known: dict[date, bool] = field(default_factory=dict)

    def is_open(self, day: date) -> bool:
        """Is somebody there on that day?"""
        if day not in self._known:
            self._known[day] = self._decide(day)
        return self._known[day]

    def _decide(self, day: date) -> bool:
        closed = (
            day.weekday() > 4
            or day < self.first_day
            or (day.month, day.day) in FIXED_HOLIDAYS[self.country]
            or day.isocalendar().week in self.weeks_off
            or (day.month == 12 and day.day > 23)
            or (day.month == 1 and day.day < 4)
            or 0 <= (day - easter(day.year)).days <= 1
            or (day - easter(day.year)).days in (39, 50)
            or self.is_locked_down(day)
        )
        return not closed

    def is_locked_down(self, day: date) -> bool:
        """In the spring of 2020 nobody came; the coaches telephoned."""
        first, last = LOCKDOWN[self.country]
        return first <= day <= last

    def days(self, first: date, last: date) -> list[date]:
        """The open days of a period, both ends included."""
        length = (last - first).days + 1
        every = (first + timedelta(days=number) for number in range(max(0, length)))
        return [day for day in every if self.is_open(day)]


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)
