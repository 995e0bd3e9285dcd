"""Same population rule, second half: the target groups, and the way out if they differ.

Decided: for people who were only referred it is a note. Nobody has yet been taken in or
turned away by the site's rule, though referrers know it. For every other figure the sites' rules
have chosen the people, so it fails, unless there is a common population that all sites work for,
can find among their own families, and have a frozen figure for: then the figures of those in
common may stand side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.comparison.enums import Check, Severity
from core.comparison.evidence import (
    ATTRIBUTE,
    BEFORE_DECISION,
    OWN,
    Question,
    SharedPopulation,
    Side,
)
from core.comparison.items import Item, by_site, outcome
from core.comparison.target_groups import (
    Difference,
    difference,
    not_recorded,
    suitable,
)
from core.sites.criteria import Witness


@dataclass(frozen=True)
class Judged:
    """The item, and the population that the figures are to be of."""

    item: Item
    population: str = OWN


def judge_target_groups(
    question: Question, sides: Sequence[Side], populations: Sequence[SharedPopulation]
) -> Judged:
    """DOMAIN: same population rule; comparable after restriction to the common population."""
    values = by_site(sides, lambda side: side.target.written() if side.target else None)
    if any(value is None for _slug, value in values):
        return Judged(_item(values, Severity.FAILS, "target_unknown"))
    found = difference(sides)
    if found is None:
        return Judged(_item(values, Severity.SAME, "same"))
    witness = _witness(found)
    if question.indicator in BEFORE_DECISION:
        return Judged(_item(values, Severity.NOTE, "target_note", witness))
    return _with_common_population(question, sides, populations, values, found)


def _with_common_population(
    question: Question,
    sides: Sequence[Side],
    populations: Sequence[SharedPopulation],
    values: Any,
    found: Difference,
) -> Judged:
    witness = _witness(found)
    if found.nobody_in_common:
        return Judged(_item(values, Severity.FAILS, "nobody_in_common", witness))
    candidates = suitable(sides, populations)
    if not candidates:
        return Judged(_item(values, Severity.FAILS, "no_common_population", witness))
    recorded = [one for one in candidates if not _missing(sides, one)]
    if not recorded:
        return _unknown(values, "not_recorded", witness, _missing(sides, candidates[0]))
    known = [one for one in recorded if not _too_often_unknown(sides, one)]
    if not known:
        gaps = _too_often_unknown(sides, recorded[0])
        return _unknown(values, "too_often_unknown", witness, gaps)
    frozen = [one for one in known if _has_figures(question, sides, one)]
    if not frozen:
        withheld = _is_withheld(question, sides, known[0])
        reason = "common_withheld" if withheld else "not_frozen"
        return Judged(_item(values, Severity.FAILS, reason, witness, known[0].code))
    chosen = frozen[0]
    item = _item(values, Severity.RESTRICTS, "restricted", witness, chosen.code)
    return Judged(item, chosen.name)


def _unknown(
    values: Any, reason: str, witness: dict[str, Any], missing: dict[str, list[str]]
) -> Judged:
    """Nobody can say who of a site's people are in common, for want of `missing`."""
    return Judged(_item(values, Severity.FAILS, reason, {**witness, "missing": missing}))


def _item(
    values: Any,
    severity: Severity,
    reason: str,
    witness: dict[str, Any] | None = None,
    population: str = "",
) -> Item:
    return outcome(
        Check.TARGET_GROUP,
        values,
        severity,
        reason,
        witness=witness or {},
        population=population,
    )


def _missing(sides: Sequence[Side], population: SharedPopulation) -> dict[str, list[str]]:
    """By site, what it does not write down and would need to."""
    found = {side.slug: list(not_recorded(side, population)) for side in sides}
    return {slug: codes for slug, codes in sorted(found.items()) if codes}


def _too_often_unknown(sides: Sequence[Side], population: SharedPopulation) -> dict[str, list[str]]:
    """By site, what it writes down of too few to find its people in the population."""
    asked = population.criteria.attributes()
    found = {
        side.slug: [code for code in asked if f"{ATTRIBUTE}{code}" in side.gaps] for side in sides
    }
    return {slug: codes for slug, codes in sorted(found.items()) if codes}


def _has_figures(question: Question, sides: Sequence[Side], population: SharedPopulation) -> bool:
    figures = [side.figure(question.indicator, population.name) for side in sides]
    return all(figure is not None and figure.value is not None for figure in figures)


def _is_withheld(question: Question, sides: Sequence[Side], population: SharedPopulation) -> bool:
    """Whether every site has the figure, and one may not be shown: it would be about too few."""
    return all(side.figure(question.indicator, population.name) for side in sides)


def _witness(found: Difference) -> dict[str, Any]:
    """One person of each difference, as the answers that matter."""
    return {
        "kind": "person",
        "sites": [found.a.slug, found.b.slug],
        "only_in": [_telling(found.found.only_in_a), _telling(found.found.only_in_b)],
    }


def _telling(witness: Witness | None) -> dict[str, Any] | None:
    if witness is None:
        return None
    return {code: witness.answers[code] for code in witness.telling}
