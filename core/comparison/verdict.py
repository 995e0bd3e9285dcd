"""May these figures stand side by side? The verdict comes before any figure is shown.

The verdict is the worst of its items: comparable, comparable with a note, comparable for those in
common, not comparable. It knows no database and no language: items are codes, which
`core.comparison.wording` puts into the reader's words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.comparison import checks, figure_checks, work
from core.comparison.enums import Check, Severity, VerdictKind
from core.comparison.evidence import OWN, Question, SharedPopulation, Side
from core.comparison.items import CheckFunction, Item
from core.comparison.restriction import Judged, judge_target_groups

#: The checks of DOMAIN.md, in the order in which a reader asks. The target groups are judged by
#: themselves first, because they decide which people the figures are of.
CHECKS: Mapping[Check, CheckFunction] = {
    Check.FIGURE: figure_checks.check_figure,
    Check.UNIT: checks.check_unit,
    Check.DEFINITION: checks.check_definition,
    Check.KIND: checks.check_kind,
    Check.POPULATION: checks.check_population,
    Check.WORK: work.check_work,
    Check.COUNTING: checks.check_counting,
    Check.CAPTURE: checks.check_capture,
    Check.PERIOD: figure_checks.check_period,
    Check.EXPOSURE: checks.check_exposure,
    Check.COVERAGE: checks.check_coverage,
    Check.SERIES: checks.check_series,
    Check.PROJECTS: checks.check_projects,
    Check.THRESHOLD: figure_checks.check_threshold,
}

TargetGroups = Callable[[Question, Sequence[Side], Sequence[SharedPopulation]], Judged]


@dataclass(frozen=True)
class Verdict:
    """What was found, and of whom the figures are that may stand side by side."""

    kind: VerdictKind
    items: tuple[Item, ...]
    population: str = OWN

    @property
    def failing(self) -> list[Item]:
        """Why the figures are not comparable; what matters most comes first."""
        return [item for item in self.items if item.severity is Severity.FAILS]

    @property
    def telling(self) -> list[Item]:
        """Everything that a reader must know: failures, restrictions, notes, in this order."""
        return sorted(
            (item for item in self.items if item.severity is not Severity.SAME),
            key=lambda item: -item.severity,
        )

    def as_json(self) -> dict[str, Any]:
        """Codes and parameters, to keep or to send."""
        return {
            "kind": self.kind.value,
            "population": self.population,
            "items": [item.as_json() for item in self.items],
        }


def judge(
    question: Question,
    sides: Sequence[Side],
    populations: Sequence[SharedPopulation] = (),
    *,
    asked: Mapping[Check, CheckFunction] = CHECKS,
    target_groups: TargetGroups | None = judge_target_groups,
) -> Verdict:
    """The verdict on two sites or more. `asked` and `target_groups` are for the proof alone:
    leaving out a check must let through what it is there to catch.

    Raises ValueError for fewer than two sides.
    """
    if len(sides) < 2:
        raise ValueError("A comparison needs two sides.")
    if any(side.practice is None for side in sides):
        return _verdict([figure_checks.check_figure(question, sides, OWN)], OWN)
    judged = target_groups(question, sides, populations) if target_groups else None
    population = judged.population if judged else OWN
    items = {code: check(question, sides, population) for code, check in asked.items()}
    if judged:
        items[Check.TARGET_GROUP] = judged.item
    return _verdict([items[code] for code in Check if code in items], population)


def _verdict(items: Sequence[Item], population: str) -> Verdict:
    worst = max((item.severity for item in items), default=Severity.FAILS)
    return Verdict(worst.verdict, tuple(items), population)
