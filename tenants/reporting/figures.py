"""The site's own figures: each indicator as of a day or over a period, exact.

A measure gives rows of events; here they become one figure and its breakdowns, in one
statement per measure. Each parent, family, child or episode (what the site's practice counts)
is counted once, in the category of its latest episode.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql import Query

from core.indicators.enums import OWN, Dimension
from core.indicators.registry import COLUMN_OF_UNIT, Measure, Measures, Scope, registry
from core.sites.configuration import SiteConfiguration
from core.sites.enums import Kind
from core.sites.selectors import NoConfiguration, configuration_on
from tenants.reporting.categories import COLUMNS, with_categories
from tenants.reporting.periods import Period
from tenants.reporting.populations import Population, only


@dataclass(frozen=True)
class CountedFigure:
    """One indicator about one population: its total, and how that divides.

    `breakdowns` holds, per dimension, the number per category; each adds up to `total`. Counts
    are of `unit`. `scope.start` is None for a stock and for what counts since the series began.
    """

    code: str
    unit: str
    kind: str
    scope: Scope
    total: int
    breakdowns: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    population: str = OWN


def figures(
    period: Period, *, population: Population | None = None, measures: Measures = registry
) -> dict[str, CountedFigure]:
    """Every registered indicator, by its code, for the site's own people or a population."""
    practice = practice_on(period)
    return {
        measure.code: count(measure, period, practice.get(measure.code), population)
        for measure in measures
    }


def practice_on(period: Period) -> Mapping:
    """How the site keeps each indicator on the last day; empty before its first rules."""
    configuration = configuration_of(period)
    return configuration.practice if configuration else {}


def configuration_of(period: Period) -> SiteConfiguration | None:
    """The site's configuration on the last day of the period; None before the first."""
    try:
        return configuration_on(period.end).configuration
    except NoConfiguration:
        return None


def count(
    measure: Measure, period: Period, practice: object, population: Population | None = None
) -> CountedFigure:
    """One indicator with all its breakdowns, in one statement."""
    kind, unit = measure.kind_for(practice), measure.unit_for(practice)
    scope = Scope(_start(period, practice) if kind == Kind.FLOW else None, period.end, practice)
    rows = only(population, measure.rows(scope), unit, period.end)
    counted = _one_row_per_unit(with_categories(rows, unit, period.end), COLUMN_OF_UNIT[unit])
    dimensions = [name for name in COLUMNS if name != Dimension.DETAIL or measure.detail_label]
    total, breakdowns = _count_by(counted.query, [COLUMNS[name] for name in dimensions])
    return CountedFigure(
        code=str(measure.code),
        unit=unit,
        kind=kind,
        scope=scope,
        total=total,
        breakdowns=dict(zip(map(str, dimensions), breakdowns, strict=True)),
        population=population.name if population else OWN,
    )


def _start(period: Period, practice: object) -> object:
    """The first day a flow counts from: of the period, else of the site's series."""
    return period.start or getattr(practice, "since", None)


def _one_row_per_unit(rows: QuerySet, column: str) -> QuerySet:
    """The row of the latest episode of each counted unit; rows without the unit do not count."""
    return (
        rows.filter(**{f"{column}__isnull": False})
        .order_by(column, "-episode_id")
        .distinct(column)
        .values(column, *COLUMNS.values())
    )


def _count_by(query: Query, columns: list[str]) -> tuple[int, list[dict[str, int]]]:
    """The total and the number per category of each column, in one reading of the rows."""
    inner, parameters = query.sql_with_params()
    names = ", ".join(map(connection.ops.quote_name, columns))
    sets = ", ".join(f"({connection.ops.quote_name(column)})" for column in columns)
    # The names are our own annotations; the rows' statement is Django's, with parameters.
    statement = (
        f"SELECT GROUPING({names}), COALESCE({names}, ''), COUNT(*) "  # noqa: S608
        f"FROM ({inner}) AS counted GROUP BY GROUPING SETS ((), {sets})"
    )
    total, breakdowns = 0, [{} for _column in columns]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        for grouping, category, number in cursor.fetchall():
            place = _place_of(grouping, len(columns))
            if place is None:
                total = number
            else:
                breakdowns[place][category] = number
    return total, breakdowns


def _place_of(grouping: int, columns: int) -> int | None:
    """Which column a row of GROUPING SETS is grouped by: its bit, from the left, is 0."""
    clear = [place for place in range(columns) if not grouping >> (columns - 1 - place) & 1]
    return clear[0] if clear else None
