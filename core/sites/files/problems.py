"""What is wrong in a file, said so that the person who wrote it can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

LONGEST_VALUE = 60


@dataclass(frozen=True)
class Position:
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One refusal: at which key, which value, what is allowed there, perhaps what was meant.

    `value` is None where a key is missing. Texts are in the language active when it was found.
    """

    path: str
    value: Any
    allowed: str
    position: Position | None = None
    near: str = ""

    def __str__(self) -> str:
        found = "" if self.value is None else shown(self.value)
        subject = " = ".join(filter(None, [self.path, found]))
        meant = " " + _("Did you mean “{near}”?").format(near=self.near) if self.near else ""
        where = f"{self.position}: " if self.position else ""
        return (
            f"{where}{subject}: {self.allowed}{meant}"
            if subject
            else f"{where}{self.allowed}{meant}"
        )


class SiteFileRefused(Exception):
    """One or more files were refused; `problems` holds every reason, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=_place)
        super().__init__("\n".join(map(str, self.problems)))


def _place(problem: Problem) -> tuple[str, int, int]:
    at = problem.position
    return (at.file, at.line, at.column) if at else ("", 0, 0)


def shown(value: Any) -> str:
    """A value as people write it, shortened: true instead of True, text between “ ”."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
