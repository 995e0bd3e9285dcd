"""What a verdict is judged on: per site its practice, its target, its figures. No database here.

Everything may be missing. What is missing is None and makes the figures not comparable, because
that is the default of the field: figures compare only if it is known that they do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.sites.configuration import IndicatorPractice
from core.sites.criteria import Criteria
from core.sites.enums import Indicator, Population

#: The population of a site's own figures.
OWN = "own"

#: Gaps that a site may report with a submission, as `tenants.reporting` names them.
WORK_HOURS = "work_hours"
RELATED_PROJECT = "related_project"
UNDECIDED = frozenset({"decision", "target_group"})
ATTRIBUTE = "attribute:"

#: The figure that says how many people a figure is counted among.
BASE_OF_POPULATION = {
    Population.EVERYONE_REFERRED: Indicator.REFERRED,
    Population.IN_TRAJECTORY: Indicator.IN_TRAJECTORY,
    Population.USING_CARE: Indicator.CHILDREN_CARED_FOR,
    Population.VISITING: Indicator.FAMILIES_ENTERED,
}


#: Figures of people to whom the site's own rule has not yet been applied.
BEFORE_DECISION = frozenset({Indicator.REFERRED})


@dataclass(frozen=True)
class Question:
    """Which figure, of which period (both days included), under which definition."""

    indicator: str
    period_start: date
    period_end: date


@dataclass(frozen=True)
class Figure:
    """A total as the other partners may see it; `value` is None where it is withheld."""

    value: int | None
    unit: str
    kind: str


@dataclass(frozen=True)
class SharedPopulation:
    """A common population: its code, who belongs to it, and the sites that count for it."""

    code: str
    criteria: Criteria
    sites: frozenset[str]

    @property
    def name(self) -> str:
        """How its figures are marked."""
        return f"common:{self.code}"


@dataclass(frozen=True)
class Side:
    """One site's side of a comparison.

    `target` is whom the site is for, `records` what it writes down at intake, `labels_of_work`
    its list of kinds of work with their names. `figures` holds totals by population and indicator.
    `version` is the version of the shared definition that the figure was counted by; `gaps` the
    codes of what the site itself found too often unknown when it approved the period.
    """

    slug: str
    name: str
    period: tuple[date, date] | None = None
    practice: IndicatorPractice | None = None
    target: Criteria | None = None
    records: frozenset[str] = frozenset()
    labels_of_work: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    figures: Mapping[tuple[str, str], Figure] = field(default_factory=dict)
    version: int | None = None
    withdrawn_on: date | None = None
    gaps: frozenset[str] = frozenset()

    @property
    def work_kinds(self) -> frozenset[str]:
        """All kinds of work that the site knows, whether it counts them or not."""
        return frozenset(self.labels_of_work)

    def figure(self, indicator: str, population: str = OWN) -> Figure | None:
        """The total of an indicator, None if none arrived."""
        return self.figures.get((population, str(indicator)))

    def base(self, population: str = OWN) -> Figure | None:
        """How many people the figure is counted among; None if that is not known."""
        if self.practice is None:
            return None
        return self.figure(BASE_OF_POPULATION[self.practice.population], population)
