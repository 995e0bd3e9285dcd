"""Chance that falls the same way on every machine.

Python promises that `random()` gives the same numbers for the same seed in every version, and
promises nothing about `choice` or `shuffle`. Everything here is made from `random()` alone, so
that the shipped file can be made again to the byte.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A source of chance with a seed."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 – invented people, no secrets

    def share(self) -> float:
        """A number from 0 up to, not including, 1."""
        return self._random.random()

    def happens(self, share: float) -> bool:
        """True in `share` of the cases."""
        return self.share() < share

    def between(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self.share() * (highest - lowest + 1))

    def around(self, lowest: int, usual: int, highest: int) -> int:
        """A whole number that is most often near `usual` (a triangle)."""
        left, turn = usual - lowest, highest - lowest
        point = self.share()
        if point < left / turn:
            return lowest + int((point * turn * left) ** 0.5)
        return highest - int(((1 - point) * turn * (highest - usual)) ** 0.5)

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`, each as likely as the next."""
        return items[int(self.share() * len(items))]

    def weighed(self, weights: dict[T, float]) -> T:
        """One of the keys, as likely as its weight."""
        point = self.share() * sum(weights.values())
        for item, weight in weights.items():
            point -= weight
            if point < 0:
                return item
        return item

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in another order."""
        cards = list(items)
        for last in range(len(cards) - 1, 0, -1):
            other = int(self.share() * (last + 1))
            cards[last], cards[other] = cards[other], cards[last]
        return cards

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different items, in the order they had."""
        chosen = set(self.shuffled(range(len(items)))[:count])
        return [item for position, item in enumerate(items) if position in chosen]

    def day(self, first: date, last: date) -> date:
        """A day, both ends included; `first` if they are in the wrong order."""
        return first + timedelta(days=self.between(0, max(0, (last - first).days)))

    def working_day(self, first: date, last: date) -> date:
        """A day from Monday to Friday; the Friday before where the draw falls on a weekend."""
        day = self.day(first, last)
        back = max(0, day.weekday() - 4)
        return day - timedelta(days=back) if day - timedelta(days=back) >= first else day
