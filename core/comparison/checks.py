"""What DOMAIN.md asks of two figures before they may stand side by side, one function each.

"Two sites' figures for an indicator compare only if all hold: same unit · same definition and
version · same population rule · same type · same period and exposure since entry · same counting
rule · same way of capture · coverage, missing under 10 % · no break in the series, no external
project mixed in · denominators over the threshold."

A check looks at two sites or more and gives one item. It is asked only when each site's practice
is known (`core.comparison.verdict`). `population` names the people that the figures are of:
a site's own, or a common population.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from core.comparison.enums import Check, Severity
from core.comparison.evidence import (
    BEFORE_DECISION,
    RELATED_PROJECT,
    UNDECIDED,
    WORK_HOURS,
    Question,
    Side,
)
from core.comparison.items import Item, Values, all_equal, by_site, outcome
from core.sites.configuration import IndicatorPractice
from core.sites.enums import Capture, Kind, Mapping

#: Shares of missing data from here on make a figure incomparable.
MOST_MISSING = 0.10

#: Ways of capture in which the site looks for everyone; a parent's own word reaches the site
#: only from those who stay in touch.
SITE_LOOKS = frozenset({Capture.REGISTER, Capture.COACH})


def check_unit(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same unit (parent, family, child, episode), as stated and as counted."""
    stated = by_site(sides, lambda side: side.practice.unit.value)
    counted = by_site(sides, lambda side: _counted_unit(side, question, population))
    if not all_equal(stated):
        return outcome(Check.UNIT, stated, Severity.FAILS, "unit", witness=_two(stated, "unit"))
    severity = Severity.SAME if all_equal(counted) else Severity.FAILS
    return outcome(Check.UNIT, counted, severity, "unit", witness=_two(counted, "unit"))


def check_definition(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same definition and version.

    Decided: only an exact mapping holds. Broader and narrower fail too, even if two sites are
    both broader, because nobody knows whether by the same people; the site's note says how.
    """
    values = by_site(
        sides,
        lambda side: {
            "mapping": side.practice.mapping.value,
            "note": dict(side.practice.note or {}),
            "version": side.version,
        },
    )
    if any(value["mapping"] != Mapping.EXACT for _slug, value in values):
        return outcome(Check.DEFINITION, values, Severity.FAILS, "mapping")
    versions = {value["version"] for _slug, value in values}
    if None in versions:
        return outcome(Check.DEFINITION, values, Severity.FAILS, "version_unknown")
    severity = Severity.SAME if len(versions) == 1 else Severity.FAILS
    return outcome(Check.DEFINITION, values, severity, "version")


def check_kind(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same type (stock, flow, cumulative), as stated and as counted."""
    stated = by_site(sides, lambda side: side.practice.kind.value)
    counted = by_site(sides, lambda side: _counted_kind(side, question, population))
    if not all_equal(stated):
        return outcome(Check.KIND, stated, Severity.FAILS, "kind", witness=_two(stated, "kind"))
    severity = Severity.SAME if all_equal(counted) else Severity.FAILS
    return outcome(Check.KIND, counted, severity, "kind", witness=_two(counted, "kind"))


def check_population(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same population rule, first half: among whom is counted."""
    values = by_site(sides, lambda side: side.practice.population.value)
    severity = Severity.SAME if all_equal(values) else Severity.FAILS
    witness = _two(values, "population")
    return outcome(Check.POPULATION, values, severity, "population", witness=witness)


def check_counting(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same counting rule (once per person, re-entry)."""
    values = by_site(sides, lambda side: side.practice.counting.value)
    severity = Severity.SAME if all_equal(values) else Severity.FAILS
    witness = _two(values, "counting")
    return outcome(Check.COUNTING, values, severity, "counting", witness=witness)


def check_capture(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same way of capture (register, self-report, coach).

    Decided: a register beside a coach's notes is a note, for at both the site looks for everyone.
    What parents tell of their own accord is known only of those who stay in touch: fails.
    """
    values = by_site(sides, lambda side: side.practice.capture.value)
    if all_equal(values):
        return outcome(Check.CAPTURE, values, Severity.SAME, "capture")
    if {value for _slug, value in values} <= SITE_LOOKS:
        return outcome(Check.CAPTURE, values, Severity.NOTE, "capture_note")
    witness = _two(values, "capture")
    return outcome(Check.CAPTURE, values, Severity.FAILS, "capture", witness=witness)


def check_exposure(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: same exposure since entry: behind "since 2017" stand different first days.

    Decided: it fails for what adds up since the series began, and for what happened in a
    period that began before the series. For a situation on a day it is a note: people at the one
    site had more time.
    """
    values = by_site(sides, lambda side: _iso(side.practice.since))
    since = [side.practice.since for side in sides]
    kinds = {side.practice.kind for side in sides}
    if max(since) > question.period_end:
        return outcome(Check.EXPOSURE, values, Severity.FAILS, "not_yet_begun")
    if kinds == {Kind.FLOW}:
        late = max(since) > question.period_start
        severity = Severity.FAILS if late else Severity.SAME
        return outcome(Check.EXPOSURE, values, severity, "began_within")
    if len(set(since)) == 1:
        return outcome(Check.EXPOSURE, values, Severity.SAME, "since")
    if kinds == {Kind.STOCK}:
        return outcome(Check.EXPOSURE, values, Severity.NOTE, "since_note")
    witness = {"kind": "since", **_ends(values)}
    return outcome(Check.EXPOSURE, values, Severity.FAILS, "since", witness=witness)


def check_coverage(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: coverage, missing under 10 %. A share that nobody knows is not under 10 %.

    Decided: what the site itself found too often unknown counts too. Hours of work make a figure
    about work fail; decisions that were not written down are a note, because who was taken in is
    known all the same.
    """
    values = by_site(sides, lambda side: _missing(side, question))
    shares = [value["share"] for _slug, value in values]
    gaps = {gap for _slug, value in values for gap in value["gaps"]}
    if any(share is None for share in shares):
        return outcome(Check.COVERAGE, values, Severity.FAILS, "missing_unknown")
    if max(shares) >= MOST_MISSING or WORK_HOURS in gaps:
        return outcome(Check.COVERAGE, values, Severity.FAILS, "missing")
    severity = Severity.NOTE if gaps else Severity.SAME
    return outcome(Check.COVERAGE, values, severity, "missing_note")


def _missing(side: Side, question: Question) -> dict[str, Any]:
    """The share that is missing, and the gaps that touch this figure."""
    touching = set()
    if question.indicator not in BEFORE_DECISION:
        touching |= UNDECIDED
    meaning = side.practice.at_work_means
    if meaning is not None and meaning.minimum_hours_per_week > 0:
        touching.add(WORK_HOURS)
    return {"share": side.practice.missing_share, "gaps": sorted(side.gaps & touching)}


def check_series(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: no break in the series, between the first day that counts and the last."""
    values = by_site(
        sides,
        lambda side: [
            {"on": _iso(found.on), "what": dict(found.what)}
            for found in side.practice.breaks_between(
                _first_day(side.practice, question), question.period_end
            )
        ],
    )
    broken = any(value for _slug, value in values)
    return outcome(Check.SERIES, values, Severity.FAILS if broken else Severity.SAME, "broken")


def check_projects(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: no external project mixed in: neither by the site's rule, nor found in its cases."""
    values = by_site(
        sides,
        lambda side: (
            [
                {"name": found.name, "since": _iso(found.since)}
                for found in side.practice.projects_between(
                    _first_day(side.practice, question), question.period_end
                )
            ]
            + [{"name": "", "since": ""}] * (RELATED_PROJECT in side.gaps)
        ),
    )
    mixed = any(value for _slug, value in values)
    return outcome(Check.PROJECTS, values, Severity.FAILS if mixed else Severity.SAME, "mixed")


def _counted_unit(side: Side, question: Question, population: str) -> str:
    """As the figure was counted; a figure that is not there is another check's business."""
    figure = side.figure(question.indicator, population)
    return figure.unit if figure else side.practice.unit.value


def _counted_kind(side: Side, question: Question, population: str) -> str:
    figure = side.figure(question.indicator, population)
    return figure.kind if figure else side.practice.kind.value


def _first_day(practice: IndicatorPractice, question: Question) -> date:
    """From when on events count: for a cumulative figure since its series began."""
    if practice.kind == Kind.CUMULATIVE:
        return min(practice.since, question.period_end)
    return question.period_start


def _two(values: Values, kind: str) -> dict[str, Any]:
    """The first two sites that differ, for an example of somebody whom both count differently."""
    first = values[0]
    other = next((value for value in values if value[1] != first[1]), first)
    return {"kind": kind, "sites": [first[0], other[0]], "values": [first[1], other[1]]}


def _ends(values: Values) -> dict[str, Any]:
    """The earliest and the latest, with the sites they belong to."""
    ordered = sorted(values, key=lambda value: (value[1], value[0]))
    first, last = ordered[0], ordered[-1]
    return {"sites": [first[0], last[0]], "values": [first[1], last[1]]}


def _iso(day: date) -> str:
    return day.isoformat()
