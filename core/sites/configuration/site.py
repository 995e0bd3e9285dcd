"""One complete configuration of one site, as it holds from `valid_from` on."""

from datetime import date
from functools import cached_property
from typing import Annotated, Any
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints, field_validator, model_validator
from pydantic_core import PydanticCustomError

from core.sites.configuration.care import Care, DayPart
from core.sites.configuration.coherence import refuse_incoherence
from core.sites.configuration.foundations import Day, Part, Text
from core.sites.configuration.keyed import ByCode
from core.sites.configuration.languages import Languages
from core.sites.configuration.lists import Lists
from core.sites.configuration.origins import Origin, Origins
from core.sites.configuration.place import Place
from core.sites.configuration.practice import IndicatorPractice
from core.sites.configuration.rules import Rule, RuleBook
from core.sites.configuration.target_groups import Records, TargetGroup
from core.sites.enums import Country, Indicator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise PydanticCustomError("time_zone", "a zone such as Europe/Brussels")
    return value


class SiteConfiguration(Part):
    """Everything that differs between sites. Days are the site's own, times local."""

    slug: Slug
    name: Text
    organisation: Text
    country: Annotated[Country, Field(strict=False)]
    valid_from: Day = Field(description="First day on which this version holds.")
    languages: Languages
    time_zone: Annotated[str, AfterValidator(_time_zone)]
    place: Place
    target_groups: Annotated[list[TargetGroup], ByCode()] = Field(min_length=1)
    records: Records
    day_parts: Annotated[list[DayPart], ByCode()] = Field(min_length=1)
    care: Care
    lists: Lists
    practice: dict[Annotated[Indicator, Field(strict=False)], IndicatorPractice]
    rules: list[Rule] = Field(default_factory=list)
    origins: list[Origin] = Field(default_factory=list)

    @field_validator("practice")
    @classmethod
    def _in_the_order_of_the_indicators(cls, value: dict[str, Any]) -> dict[str, Any]:
        return {code: value[code] for code in Indicator if code in value}

    @model_validator(mode="after")
    def _hangs_together(self) -> "SiteConfiguration":
        refuse_incoherence(self)
        return self

    @cached_property
    def rule_book(self) -> RuleBook:
        """The rules of the site and its country, by name and day."""
        return RuleBook(self.rules)

    @cached_property
    def origin(self) -> Origins:
        """`configuration.origin.of("care.ages_months.below")` says where a value comes from."""
        return Origins(self.origins)

    def day_part(self, code: str) -> DayPart:
        """The day-part of that code. Raises KeyError."""
        return {part.code: part for part in self.day_parts}[code]

    def target_group(self, code: str) -> TargetGroup:
        """The target group of that code. Raises KeyError."""
        return {group.code: group for group in self.target_groups}[code]

    def capacity_of(self, day_part: str) -> int:
        """Children at the same time in that day-part. Raises KeyError."""
        own = self.day_part(day_part).capacity
        return self.care.capacity_per_day_part if own is None else own

    def day_parts_on(self, day: date) -> list[DayPart]:
        """The day-parts that recur on the weekday of `day`, holidays not considered."""
        return [part for part in self.day_parts if part.is_on(day)]
