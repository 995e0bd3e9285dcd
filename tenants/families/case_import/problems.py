"""What is wrong with a file, told so that the person who made it can find the cell.

Every problem is counted; only the first are kept with their words, because a file with one
wrong column has as many problems as rows and nobody reads past the first page.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

MOST_SHOWN = 200
LONGEST_VALUE = 60


@dataclass(frozen=True)
class Problem:
    """One cell, or one row when `column` is empty. Rows count from 1, the heading included."""

    row: int
    column: str
    letter: str
    value: str
    text: str
    allowed: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class CellProblem(Exception):
    """A cell holds what it may not hold; `allowed` says what would do. Both may be lazy."""

    def __init__(self, text: Any, allowed: Any = "", **values: Any) -> None:
        super().__init__(text)
        self.text = text
        self.allowed = allowed
        self.values = values

    def in_words(self) -> str:
        """The text in the language that is active now."""
        return str(self.text) % self.values if self.values else str(self.text)


class Unreadable(Exception):
    """The file cannot be read at all; `problem` says where it stops."""

    def __init__(
        self, text: Any, *, row: int = 1, column: str = "", letter: str = "", value: str = ""
    ) -> None:
        self.problem = Problem(row, column, letter, shortened(value), str(text))
        super().__init__(str(text))


class Problems:
    """All problems of one file: how many, and the first of them in words."""

    def __init__(self, letters: Mapping[str, str], most_shown: int = MOST_SHOWN) -> None:
        self.letters = letters
        self.most_shown = most_shown
        self.count = 0
        self.shown: list[Problem] = []

    def __bool__(self) -> bool:
        return self.count > 0

    def add(self, row: int, column: str, value: Any, problem: CellProblem) -> None:
        """Count a problem, and keep it in words while there are few."""
        self.count += 1
        if len(self.shown) < self.most_shown:
            self.shown.append(
                Problem(
                    row=row,
                    column=column,
                    letter=self.letters.get(column, ""),
                    value=shortened(value),
                    text=problem.in_words(),
                    allowed=str(problem.allowed),
                )
            )

    def in_order(self) -> list[Problem]:
        """The problems that are shown, from the top of the file to its end."""
        return sorted(self.shown, key=lambda problem: (problem.row, problem.letter))


def shortened(value: Any) -> str:
    """A value as it is shown: short, and without line ends."""
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"
