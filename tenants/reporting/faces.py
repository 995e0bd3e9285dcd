"""From exact figures to what leaves the site: the table that goes through the gate.

All figures of a submission go through together, own people and common populations, with what
hangs together and with what the audience was told before.
"""

from collections.abc import Iterable, Mapping

from core.disclosure.gate import protect
from core.disclosure.table import Face, Figure, Key, Table
from core.indicators.enums import Audience, CellState, Dimension
from core.indicators.registry import Measures, registry
from core.partners.context import current
from core.sites.configuration import SiteConfiguration
from core.sites.enums import Indicator, Kind
from tenants.reporting.figures import CountedFigure
from tenants.reporting.hanging_together import nested, sums, that_hold
from tenants.reporting.lists import known_categories, with_zeros
from tenants.reporting.models import FaceCell, SubmissionCell
from tenants.reporting.periods import Period

#: Whose share is taken of everyone in a trajectory.
SHARES_OF_TRAJECTORY = (
    Indicator.ENDED,
    Indicator.RUNNING,
    Indicator.FOLLOWED_TRAINING,
    Indicator.FOUND_WORK,
    Indicator.AT_WORK,
    Indicator.VOLUNTEERING,
)


def exact_cells(
    counted: Iterable[CountedFigure],
    configuration: SiteConfiguration | None,
    measures: Measures = registry,
) -> dict[Key, int]:
    """Every cell of these figures, empty categories included."""
    cells: dict[Key, int] = {}
    for figure in counted:
        measure = measures.get(figure.code)
        place = Figure(figure.code, figure.population)
        cells[place.cell()] = figure.total
        for dimension, counts in figure.breakdowns.items():
            known = known_categories(dimension, measure, configuration)
            for category, number in with_zeros(dimension, counts, known).items():
                cells[place.cell(dimension, category)] = number
    return cells


def faces(
    cells: Mapping[Key, int], counted: list[CountedFigure], practice: Mapping, period: Period
) -> dict[str, Face]:
    """What each audience outside the site may see of the cells."""
    common = {
        "cells": cells,
        "sums": tuple(that_hold(cells, sums(counted))),
        "nested": tuple(that_hold(cells, nested(counted, practice))),
        "denominators": denominators(counted),
        "owner": current().slug,
    }
    between = Table(**common, told=told_before(cells, counted, period))
    public = Table(**common, rounded=rounded_before())
    return {
        Audience.CONSORTIUM.value: protect(between, Audience.CONSORTIUM),
        Audience.PUBLIC.value: protect(public, Audience.PUBLIC),
    }


def denominators(counted: Iterable[CountedFigure]) -> dict[Figure, int]:
    """Of how many the share of a figure is taken, where they are counted in the same unit."""
    found = {(figure.code, figure.population): figure for figure in counted}
    bases = {}
    for (code, population), figure in found.items():
        base = found.get((Indicator.IN_TRAJECTORY, population))
        if code in SHARES_OF_TRAJECTORY and base is not None and base.unit == figure.unit:
            bases[Figure(code, population)] = base.total
    return bases


def told_before(
    cells: Mapping[Key, int], counted: Iterable[CountedFigure], period: Period
) -> dict[Key, int | None]:
    """What partners were told of these very cells in earlier approvals.

    A figure of a day is the same in every period that ends on that day; one of a period only in
    that period. Where a number was told that is still true, it is known.
    """
    flows = {(f.code, f.population) for f in counted if f.kind == Kind.FLOW}
    same_day = FaceCell.objects.filter(
        audience=Audience.CONSORTIUM, submission__period_end=period.end
    ).exclude(dimension=Dimension.TOTAL)
    told: dict[Key, int | None] = {}
    for start, value, *place in same_day.values_list("submission__period_start", "value", *KEY):
        key = Key(*place)
        if (key.figure in flows and start != period.start) or key not in cells:
            continue
        if value == cells[key] or key not in told:
            told[key] = value
    return told


KEY = ("indicator", "population", "dimension", "category")


def rounded_before() -> dict[tuple[Key, int], int]:
    """Each rounding ever published: by cell and true count."""
    exact = {
        (submission, Key(*place)): value
        for submission, value, *place in SubmissionCell.objects.values_list(
            "submission_id", "value", *KEY
        )
    }
    published = FaceCell.objects.filter(audience=Audience.PUBLIC, state=CellState.SHOWN)
    return {
        (Key(*place), exact[submission, Key(*place)]): value
        for submission, value, *place in published.values_list("submission_id", "value", *KEY)
    }
