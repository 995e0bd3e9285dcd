"""Invented sides of a comparison, and the real ones from the shipped configurations."""

from dataclasses import replace
from datetime import date
from typing import Any

from core.comparison.evidence import BASE_OF_POPULATION, OWN, Figure, Question, Side
from core.comparison.target_groups import without_own_area
from core.sites.configuration import IndicatorPractice, SiteConfiguration
from core.sites.criteria import Criteria, united
from core.sites.files import site_folder

FEBRUARY = (date(2020, 1, 1), date(2020, 2, 29))
IN_TRAJECTORY = Question("in_trajectory", *FEBRUARY)
AT_WORK = Question("at_work", *FEBRUARY)
RULE = {"all": [{"attribute": "childcare_is_barrier", "is": True}]}
WORK = {"work_kinds": ["regular", "temporary"], "minimum_hours_per_week": 1.0}
KNOWN_WORK = {"regular": {"en": "Regular job"}, "temporary": {"en": "Regular job that ends"}}


def practice(**changes: Any) -> IndicatorPractice:
    """A practice that keeps to the shared definition."""
    values = {
        "valid_from": "2017-01-01",
        "since": "2017-01-01",
        "unit": "parent",
        "kind": "cumulative",
        "capture": "register",
        "counting": "once_per_person",
        "population": "in_trajectory",
        "mapping": "exact",
        "missing_share": 0.02,
    }
    return IndicatorPractice.model_validate(values | changes)


def figures(found: IndicatorPractice, *, value: int = 40, population: str = OWN) -> dict:
    """A figure for every indicator that can be a base, and for work."""
    codes = {*map(str, BASE_OF_POPULATION.values()), "at_work"}
    figure = Figure(value, found.unit.value, found.kind.value)
    return {(population, code): figure for code in codes}


def side(slug: str = "first", *, target: dict = RULE, value: int = 40, **changes: Any) -> Side:
    """A site whose figures lack nothing."""
    found = practice(**changes)
    return Side(
        slug=slug,
        name=slug.title(),
        period=FEBRUARY,
        practice=found,
        target=Criteria.model_validate(target),
        records=frozenset({"childcare_is_barrier", "lone_parent", "employment_status"}),
        labels_of_work=KNOWN_WORK,
        figures=figures(found, value=value),
        version=1,
    )


def with_population(found: Side, name: str, *, value: int | None = 12) -> Side:
    """The site with frozen figures for a common population."""
    more = figures(found.practice, value=value, population=name)
    return replace(found, figures={**found.figures, **more})


def shipped(slug: str, on: date = FEBRUARY[1]) -> SiteConfiguration:
    """The configuration of a real site that held on a day."""
    return [found for found in site_folder().versions(slug) if found.valid_from <= on][-1]


def shipped_side(slug: str, indicator: str, *, value: int = 40) -> Side:
    """A real site's practice and target with invented figures."""
    found = shipped(slug)
    kept = found.practice[indicator]
    groups = [without_own_area(group.criteria) for group in found.target_groups]
    own = figures(kept, value=value)
    own[OWN, indicator] = Figure(value, kept.unit.value, kept.kind.value)
    return Side(
        slug=slug,
        name=found.name,
        period=FEBRUARY,
        practice=kept,
        target=united(groups),
        records=frozenset(found.records.attributes),
        labels_of_work={item.code: dict(item.label) for item in found.lists.work_kinds},
        figures=own,
        version=1,
    )
