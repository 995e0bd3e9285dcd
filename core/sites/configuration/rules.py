"""Rule values of the countries (child ratios, tariffs, entry dates …), dated and sourced.

A rule has one row per period of validity. A row that is only announced, without a date, is
kept to be seen and is never in force. A row whose start nobody found is used only where no
dated row of the same rule covers the day: a date is knowledge, its absence is not.
"""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import Field, JsonValue, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.sites.configuration.foundations import Day, Labels, Part, Text
from core.sites.enums import Layer, RuleStatus

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(\.[a-z0-9_+-]+)+$")]


class Period(Part):
    """Days from `from_` up to and including `until`; an open end is None."""

    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None

    def covers(self, day: date) -> bool:
        """Is `day` inside, both ends included?"""
        return (self.from_ is None or self.from_ <= day) and (
            self.until is None or day <= self.until
        )

    def overlaps(self, other: "Period") -> bool:
        """Do the two share a day? Only meaningful for periods with a known start."""
        return (self.until is None or other.from_ <= self.until) and (
            other.until is None or self.from_ <= other.until
        )


class Rule(Part):
    """One row: a value with its unit, condition, validity, status and source."""

    id: RuleId
    label: Labels
    value: JsonValue = Field(description="A number, text, list or table, as the rule gives it.")
    unit: Text | None = None
    age: Text | None = Field(default=None, description="Ages it is for, in years.")
    binding: bool | None = Field(default=None, description="false: the value only advises.")
    condition: Text | None = None
    valid_from: Day | None = None
    valid_to: Day | None = Field(default=None, description="Last day.")
    periods: list[Period] = Field(
        default_factory=list, description="Instead of valid_from and valid_to, if there are more."
    )
    status: Annotated[RuleStatus, Field(strict=False)]
    source: Text | None = None
    note: Text | None = None
    layer: Annotated[Layer, Field(strict=False)] = Layer.SITE
    details: dict[str, JsonValue] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _dates_make_sense(self) -> "Rule":
        if self.periods and (self.valid_from or self.valid_to):
            raise PydanticCustomError("rule_dated_twice", "either periods or valid_from/valid_to")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise PydanticCustomError("rule_ends_first", "a valid_to not before valid_from")
        if self.status == RuleStatus.SOURCED and not self.source:
            raise PydanticCustomError("rule_needs_source", "a source, or status to_verify")
        return self

    @property
    def validity(self) -> list[Period]:
        """The periods of validity; one without a start if nobody knows the start."""
        return self.periods or [Period(from_=self.valid_from, until=self.valid_to)]

    @property
    def is_dated(self) -> bool:
        """Is the start known?"""
        return all(period.from_ is not None for period in self.validity)

    def in_force(self, day: date) -> bool:
        """Does it hold on `day`? Announced rules do only once they have a date."""
        if self.status == RuleStatus.ANNOUNCED and not self.is_dated:
            return False
        return any(period.covers(day) for period in self.validity)


class UnknownRule(LookupError):
    """There is no rule of that name in this country or site."""


class NoRuleInForce(LookupError):
    """The rule exists and holds on other days than the one asked for."""


class RuleBook:
    """Rule values by name and day: `book.value("fl.ratio.group.alone", on=day)`."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rows: dict[str, list[Rule]] = {}
        for rule in rules:
            self._rows.setdefault(rule.id, []).append(rule)

    def __contains__(self, rule_id: str) -> bool:
        return rule_id in self._rows

    def ids(self) -> list[str]:
        """Every rule once, in the order of the files."""
        return list(self._rows)

    def rows(self, rule_id: str) -> list[Rule]:
        """All rows of a rule, in force or not. Raises `UnknownRule`."""
        if rule_id not in self._rows:
            near = get_close_matches(rule_id, self._rows, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise UnknownRule(f"There is no rule {rule_id}.{hint}")
        return self._rows[rule_id]

    def find(self, rule_id: str, on: date) -> Rule | None:
        """The row in force on the day, or None. Raises `UnknownRule`."""
        rows = [rule for rule in self.rows(rule_id) if rule.in_force(on)]
        return max(rows, key=lambda rule: _start(rule, on), default=None)

    def value(self, rule_id: str, on: date) -> Any:
        """The value in force on the day. Raises `UnknownRule` or `NoRuleInForce`."""
        rule = self.find(rule_id, on)
        if rule is None:
            raise NoRuleInForce(f"Rule {rule_id} has no value on {on.isoformat()}.")
        return rule.value


def _start(rule: Rule, on: date) -> date:
    starts = [period.from_ for period in rule.validity if period.covers(on) and period.from_]
    return max(starts, default=date.min)


def overlapping(rules: Iterable[Rule]) -> list[tuple[Rule, Rule]]:
    """Pairs of dated rows of one rule that claim the same day."""
    dated = [rule for rule in rules if rule.is_dated]
    return [
        (first, second)
        for place, first in enumerate(dated)
        for second in dated[place + 1 :]
        if first.id == second.id
        and any(a.overlaps(b) for a in first.validity for b in second.validity)
    ]
