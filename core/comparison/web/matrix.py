"""The verdicts between all sites, as a table and as a list of reasons."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from core.comparison.enums import Severity, VerdictKind
from core.comparison.groups import Matrix
from core.comparison.reasons import MEANINGS
from core.comparison.selectors import Evidence
from core.comparison.side_by_side import reader_of
from core.comparison.verdict import Verdict
from core.comparison.wording import Reader, explain, first_reason


@dataclass(frozen=True)
class ShownPair:
    """Two sites with their verdict; `example` is one invented person, where there is one."""

    names: tuple[str, str]
    kind: str
    reason: str
    example: str
    href: str


@dataclass(frozen=True)
class Row:
    """A site beside all sites before it; the cells after that are left out."""

    name: str
    cells: list[ShownPair]

    @property
    def after(self) -> str:
        """The columns that stay empty, as the slice filter names them."""
        return f"{len(self.cells)}:"


@dataclass(frozen=True)
class Bundle:
    """All pairs under one verdict."""

    kind: str
    label: Any
    meaning: Any
    pairs: list[ShownPair] = field(default_factory=list)


def rows(found: Evidence, matrix: Matrix, query: str) -> list[Row]:
    """One row per site but the first, with a cell for each site above it."""
    reader = reader_of(found)
    return [
        Row(
            side.name,
            [_shown(other, side, matrix, reader, query) for other in found.sides[:place]],
        )
        for place, side in enumerate(found.sides)
        if place
    ]


def bundles(table: Sequence[Row]) -> list[Bundle]:
    """The pairs by verdict, the best first; verdicts that nobody has are left out."""
    by_kind: dict[str, list[ShownPair]] = defaultdict(list)
    for row in table:
        for cell in row.cells:
            by_kind[cell.kind].append(cell)
    return [
        Bundle(kind.value, kind.label, MEANINGS[kind], by_kind[kind.value])
        for kind in VerdictKind
        if kind.value in by_kind
    ]


def _shown(first: Any, second: Any, matrix: Matrix, reader: Reader, query: str) -> ShownPair:
    verdict = matrix[frozenset((first.slug, second.slug))]
    address = reverse("comparison:pair", args=(first.slug, second.slug))
    return ShownPair(
        names=(first.name, second.name),
        kind=verdict.kind.value,
        reason=first_reason(verdict, reader),
        example=_example(verdict, reader),
        href=f"{address}?{query}",
    )


def _example(verdict: Verdict, reader: Reader) -> str:
    """Of the items that decide, the first that can be shown by a person."""
    for item in verdict.telling:
        examples = explain(item, reader).examples
        if examples and item.severity >= Severity.RESTRICTS:
            return examples[0]
    return ""
