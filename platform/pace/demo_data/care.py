"""Who came to the childcare when: habits of a week, a place found or not, days at home."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from pace.demo_data.dice import Dice
from pace.demo_data.lives import Child
from pace.demo_data.opening import Opening

Slots = Callable[[date], list[str]]
WEEKS_OF_A_HABIT = 9
SHARE_PRESENT = 0.74


@dataclass
class Places:
    """The places of every day-part: never more children than `capacity`."""

    opening: Opening
    slots: Slots
    capacity: Callable[[date, str], int]
    admits: Callable[[Child, date], bool] = lambda child, on: True
    taken: Counter = field(default_factory=Counter)

    def take(self, on: date, part: str) -> bool:
        """Take a place if there is one."""
        if self.taken[on, part] >= self.capacity(on, part):
            return False
        self.taken[on, part] += 1
        return True


def let_come(children: Iterable[Child], places: Places, dice_of: Callable[[Child], Dice]) -> None:
    """Fill in the days on which each child came, within its times of care."""
    for child in children:
        dice = dice_of(child)
        for first, last in child.care:
            _come(child, first, last, places, dice)


def _come(child: Child, first: date, last: date, places: Places, dice: Dice) -> None:
    """Habits change every few weeks: that is what flexible care is for."""
    start = first
    while start <= last:
        end = min(last, start + timedelta(weeks=WEEKS_OF_A_HABIT, days=-1))
        habit = _habit(child, start, places, dice)
        for day in places.opening.days(start, end):
            if not places.admits(child, day):
                continue
            for part in places.slots(day):
                if (day.weekday(), part) in habit and dice.happens(SHARE_PRESENT):
                    _attend(child, day, part, places)
        start = end + timedelta(days=1)
    if not any(first <= on <= last for on, _part in child.attended):
        _come_once(child, first, last, places)


def _attend(child: Child, day: date, part: str, places: Places) -> None:
    if (day, part) not in child.attended and places.take(day, part):
        child.attended.append((day, part))


def _habit(child: Child, start: date, places: Places, dice: Dice) -> set[tuple[int, str]]:
    monday = start - timedelta(days=start.weekday())
    week = [
        (number, part)
        for number in range(5)
        for part in places.slots(monday + timedelta(days=number))
    ]
    count = max(1, child.days_a_week + dice.between(-1, 1))
    return set(dice.some(week, count))


def _come_once(child: Child, first: date, last: date, places: Places) -> None:
    """Whoever was to come has come, if a place was free: at least a settling-in moment."""
    for day in places.opening.days(first, last):
        for part in places.slots(day) if places.admits(child, day) else ():
            if (day, part) not in child.attended and places.take(day, part):
                child.attended.append((day, part))
                return
