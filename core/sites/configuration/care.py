"""Childcare beside guidance: day-parts, places, ages and forms of care."""

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from core.sites.configuration.foundations import Clock, Code, Labels, Part
from core.sites.enums import Weekday

Day = Annotated[Weekday, Field(strict=False)]
Months = Annotated[int, Field(ge=0, le=215)]


class AgeRange(Part):
    """Ages in completed months: from `from_` up to but not including `below`."""

    from_: Months = Field(alias="from", description="The youngest age, in completed months.")
    below: Months = Field(description="The first age that is too old, in completed months.")

    @model_validator(mode="after")
    def _is_not_empty(self) -> "AgeRange":
        if self.below <= self.from_:
            raise PydanticCustomError("empty_range", "a `below` greater than `from`")
        return self

    def __contains__(self, months: int) -> bool:
        return self.from_ <= months < self.below


class DayPart(Part):
    """A stretch of the day that a place is booked for, in the site's local time."""

    code: Code
    label: Labels
    starts: Clock = Field(description="Local time, such as 08:30.")
    ends: Clock = Field(description="Local time, later than `starts`.")
    weekdays: list[Day] = Field(min_length=1, description="monday … sunday")
    capacity: int | None = Field(
        default=None, ge=0, le=200, description="Only where it differs from the care's capacity."
    )

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "DayPart":
        if self.ends <= self.starts:
            raise PydanticCustomError("ends_before_start", "an `ends` later than `starts`")
        return self

    def is_on(self, day: date) -> bool:
        """Does this day-part recur on the weekday of `day`?"""
        return any(weekday.number == day.weekday() for weekday in self.weekdays)


class Care(Part):
    """What a site offers, and how far its own limit binds."""

    capacity_per_day_part: int = Field(
        ge=0, le=200, description="Children at the same time in one day-part."
    )
    capacity_binding: bool = Field(
        description="true: the site's own number binds and national ratios only advise."
    )
    ages_months: AgeRange
    forms: list[Code] = Field(description="Codes of lists.care_forms that the site offers.")
    free_for_participants: bool = Field(description="true: parents in a trajectory pay nothing.")
    note: Labels | None = None
