"""Indicator practice: how a site arrives at each of its figures.

Two sites' figures compare only if unit, population, kind, counting, capture and series agree
(the official answer of February 2020 said of Mechelen, Gent and Turnhout that they do not).
So each site states, for each indicator, what one stands for, since when, and what is mixed in.
"""

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from core.sites.configuration.foundations import Code, Day, Labels, Part, Share, Text
from core.sites.enums import Capture, Counting, Kind, Mapping, Population, Unit


class AtWorkMeaning(Part):
    """What a site calls work. The ILO's yardstick is one hour in the reference week."""

    work_kinds: list[Code] = Field(min_length=1, description="Codes of lists.work_kinds.")
    minimum_hours_per_week: float = Field(
        ge=0, le=60, strict=False, description="ILO: 1. 0: hours are not asked."
    )


class ExternalProject(Part):
    """Another project whose people stand in this site's series from a day on."""

    name: Text
    since: Day
    until: Day | None = None
    note: Labels


class SeriesBreak(Part):
    """A day from which the figures mean something else than before.

    Files say `day`: to many YAML tools a key `on` is the boolean true.
    """

    on: Day = Field(alias="day")
    what: Labels


class IndicatorPractice(Part):
    """One indicator, as one site keeps it since `valid_from`; its series begins at `since`."""

    valid_from: Day = Field(description="Since when the site counts in this way.")
    since: Day = Field(description="First day of the series that is published.")
    unit: Annotated[Unit, Field(strict=False, description="What one in the figure stands for.")]
    kind: Annotated[Kind, Field(strict=False)]
    capture: Annotated[Capture, Field(strict=False)]
    counting: Annotated[Counting, Field(strict=False)]
    population: Annotated[Population, Field(strict=False)]
    population_note: Labels | None = None
    at_work_means: AtWorkMeaning | None = Field(
        default=None, description="For found_work and at_work, and only there."
    )
    external_projects: list[ExternalProject] = Field(default_factory=list)
    breaks: list[SeriesBreak] = Field(default_factory=list)
    missing_share: Share | None = Field(
        default=None, description="Share of cases without this datum, 0 to 1; empty: not known."
    )
    mapping: Annotated[Mapping, Field(strict=False)]
    note: Labels | None = Field(default=None, description="Why the mapping is not exact.")

    @model_validator(mode="after")
    def _inexact_mapping_says_why(self) -> "IndicatorPractice":
        if self.mapping != Mapping.EXACT and self.note is None:
            raise PydanticCustomError("mapping_needs_note", "a note with the reason")
        return self

    def breaks_between(self, first: date, last: date) -> list[SeriesBreak]:
        """Breaks after `first`, up to and including `last`."""
        return [found for found in self.breaks if first < found.on <= last]

    def projects_between(self, first: date, last: date) -> list[ExternalProject]:
        """External projects mixed in on at least one day of the period."""
        return [
            project
            for project in self.external_projects
            if project.since <= last and (project.until is None or project.until >= first)
        ]
