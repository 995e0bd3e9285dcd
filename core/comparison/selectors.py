"""What the comparison reads: collected submissions, configurations and figures of all sites.

Each function asks a number of statements that does not grow with the number of sites.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone
from pydantic import ValidationError

from core.comparison.evidence import (
    BASE_OF_POPULATION,
    Figure,
    Question,
    SharedPopulation,
    Side,
)
from core.comparison.permissions import can_compare
from core.comparison.target_groups import without_own_area
from core.indicators.enums import Audience
from core.indicators.models import (
    CollectedCell,
    CollectedConfiguration,
    CollectedSubmission,
    CommonPopulation,
    Indicator,
)
from core.partners.enums import PartnerState
from core.partners.models import Partner
from core.sites.configuration import SiteConfiguration
from core.sites.criteria import Criteria, united
from core.sites.documents import checksum_of
from core.sites.remembered import remembered


@dataclass(frozen=True)
class ApprovedPeriod:
    """Days that at least one site has approved figures for; `sites` says how many stand."""

    start: date
    end: date
    sites: int

    @property
    def code(self) -> str:
        """How a form names the period."""
        return f"{self.start.isoformat()}_{self.end.isoformat()}"


@dataclass(frozen=True)
class Evidence:
    """Everything one question is judged on, and what stands beside it."""

    question: Question
    definition: Indicator
    sides: list[Side]
    populations: list[SharedPopulation]
    population_labels: Mapping[str, str]
    submissions: Mapping[str, CollectedSubmission]
    configurations: Mapping[str, SiteConfiguration]

    @property
    def names(self) -> dict[str, str]:
        """Names of the sites by short name."""
        return {side.slug: side.name for side in self.sides}


def visible_submissions(user: Any) -> QuerySet[CollectedSubmission]:
    """Everybody who may compare sees what all sites have sent; a stranger sees nothing."""
    rows = CollectedSubmission.objects.all()
    return rows if can_compare(user) else rows.none()


def sites_taking_part(user: Any) -> list[Partner]:
    """The sites that are active, by name."""
    if not can_compare(user):
        return []
    return list(Partner.objects.filter(state=PartnerState.ACTIVE).order_by("name"))


def indicators(user: Any) -> QuerySet[Indicator]:
    """The current definitions in their order."""
    rows = Indicator.objects.current()
    return rows if can_compare(user) else rows.none()


def approved_periods(user: Any) -> list[ApprovedPeriod]:
    """Periods that some site has approved, the latest first, and of those the longest."""
    rows = (
        visible_submissions(user)
        .values("period_start", "period_end")
        .annotate(sites=Count("partner_id", distinct=True))
        .order_by("-period_end", "period_start")
    )
    return [ApprovedPeriod(row["period_start"], row["period_end"], row["sites"]) for row in rows]


def latest_of_each(user: Any) -> QuerySet[CollectedSubmission]:
    """Per site and period its latest revision, also when that was withdrawn."""
    return (
        visible_submissions(user)
        .order_by("partner_id", "period_start", "period_end", "-revision")
        .distinct("partner_id", "period_start", "period_end")
    )


def evidence(user: Any, question: Question) -> Evidence | None:
    """Everything about one question; None for an indicator that does not exist."""
    versions = list(Indicator.objects.filter(code=question.indicator).order_by("-version"))
    if not versions or not can_compare(user):
        return None
    rows = latest_of_each(user).filter(
        period_start=question.period_start, period_end=question.period_end
    )
    submissions = sorted(rows, key=lambda row: row.partner_name)
    configurations = _configurations(submissions)
    figures = _figures(submissions, question.indicator)
    shared = list(CommonPopulation.objects.active().order_by("code"))
    # A figure does not say by which version of the definition it was counted. While there is one
    # version there is no doubt; afterwards it is not known.
    version = versions[0].version if len(versions) == 1 else None
    return Evidence(
        question=question,
        definition=versions[0],
        sides=[
            side_of(row, configurations.get(row.partner_slug), figures[row.pk], question, version)
            for row in submissions
        ],
        populations=[shared_population(row) for row in shared],
        population_labels={row.code: row.label for row in shared},
        submissions={row.partner_slug: row for row in submissions},
        configurations=configurations,
    )


def side_of(
    submission: CollectedSubmission,
    configuration: SiteConfiguration | None,
    figures: Mapping[tuple[str, str], Figure],
    question: Question,
    version: int | None,
) -> Side:
    """One site's side of the question; what is missing stays None."""
    known: dict[str, Any] = {}
    if configuration is not None:
        groups = [without_own_area(group.criteria) for group in configuration.target_groups]
        known = {
            "practice": configuration.practice.get(question.indicator),
            "target": united(groups),
            "records": frozenset(configuration.records.attributes),
            "labels_of_work": {
                item.code: dict(item.label) for item in configuration.lists.work_kinds
            },
        }
    withdrawn = submission.withdrawn_at
    return Side(
        slug=submission.partner_slug,
        name=submission.partner_name,
        period=(submission.period_start, submission.period_end),
        figures=figures,
        version=version,
        gaps=frozenset(submission.completeness.get("over", ())),
        withdrawn_on=timezone.localtime(withdrawn).date() if withdrawn else None,
        **known,
    )


def shared_population(row: CommonPopulation) -> SharedPopulation:
    """A common population, wherever its people live."""
    criteria = without_own_area(Criteria.model_validate(row.criteria))
    return SharedPopulation(row.code, criteria, frozenset(row.sites))


def _configurations(rows: Sequence[CollectedSubmission]) -> dict[str, SiteConfiguration]:
    """The configuration that each submission was made under, where it has arrived."""
    under = CollectedSubmission.objects.filter(
        pk__in=[row.pk for row in rows],
        partner_id=OuterRef("partner_id"),
        configuration_number=OuterRef("number"),
    )
    found = {}
    for row in CollectedConfiguration.objects.filter(Exists(under)):
        configuration = _configuration(row)
        if configuration is not None:
            found[row.partner_slug] = configuration
    return found


def _configuration(row: CollectedConfiguration) -> SiteConfiguration | None:
    """None where it can no longer be read: then nothing is known, and nothing compares."""
    key = (f"collected {row.partner_slug}", checksum_of(row.document))
    try:
        return remembered(key, lambda: SiteConfiguration.model_validate(row.document))
    except ValidationError:
        return None


def _figures(
    rows: Sequence[CollectedSubmission], indicator: str
) -> dict[int, dict[tuple[str, str], Figure]]:
    """Totals of the indicator and of the figures it is counted among, by submission."""
    codes = {indicator, *(str(code) for code in BASE_OF_POPULATION.values())}
    cells = CollectedCell.objects.filter(
        submission__in=[row.pk for row in rows],
        audience=Audience.CONSORTIUM,
        dimension="",
        indicator__in=codes,
    )
    found: dict[int, dict[tuple[str, str], Figure]] = defaultdict(dict)
    for cell in cells:
        figure = Figure(cell.value, cell.unit, cell.kind)
        found[cell.submission_id][cell.population, cell.indicator] = figure
    return found
