"""Checks of the figures themselves: are they there, of these days, and of enough people?"""

from collections.abc import Sequence
from typing import Any

from core.comparison.enums import Check, Severity
from core.comparison.evidence import Question, Side
from core.comparison.items import Item, by_site, outcome

#: Fewer people than this say nothing about a site, and could point at a person.
FEWEST_PEOPLE = 5

#: What can be wrong with a site's side before its figure is looked at, the worst first.
STATES = ("no_submission", "withdrawn", "no_practice", "no_figure", "withheld", "there")


def check_figure(question: Question, sides: Sequence[Side], population: str) -> Item:
    """Default of the field: not comparable. Nothing can be said about what is not there."""
    values = by_site(sides, lambda side: _state(side, question, population))
    states = {value["state"] for _slug, value in values}
    worst = next(state for state in STATES if state in states)
    severity = Severity.SAME if worst == "there" else Severity.FAILS
    return outcome(Check.FIGURE, values, severity, worst)


def _state(side: Side, question: Question, population: str) -> dict[str, Any]:
    """Where the figure is, and since when it is withdrawn."""
    figure = side.figure(question.indicator, population)
    if side.period is None:
        return {"state": "no_submission"}
    if side.withdrawn_on is not None:
        return {"state": "withdrawn", "on": side.withdrawn_on.isoformat()}
    if side.practice is None:
        return {"state": "no_practice"}
    if figure is None:
        return {"state": "no_figure"}
    return {"state": "withheld" if figure.value is None else "there"}


def check_period(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same period. A figure of other days than those asked for does not count."""
    values = by_site(sides, lambda side: [day.isoformat() for day in side.period or ()])
    asked = [question.period_start.isoformat(), question.period_end.isoformat()]
    same = all(value == asked for _slug, value in values)
    return outcome(Check.PERIOD, values, Severity.SAME if same else Severity.FAILS, "period")


def check_threshold(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: denominators over the threshold: at least 5 people among whom is counted."""
    values = by_site(sides, lambda side: getattr(side.base(population), "value", None))
    bases = [base for _slug, base in values]
    if any(base is None for base in bases):
        return outcome(Check.THRESHOLD, values, Severity.FAILS, "base_unknown")
    severity = Severity.FAILS if min(bases) < FEWEST_PEOPLE else Severity.SAME
    return outcome(Check.THRESHOLD, values, severity, "few")
