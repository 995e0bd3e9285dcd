"""What counts as work: the same hours, and the same kinds of work where both sites know them.

Kinds of work have local names: Article 60 exists in Belgium alone, the zero-hours contract in
England. A kind that the other site does not even have on its list is no different rule, so it is
a note. A kind that the other site knows and leaves out is one.
"""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

from core.comparison.enums import Check, Severity
from core.comparison.evidence import Question, Side
from core.comparison.items import Item, Values, by_site, outcome
from core.sites.enums import WORK_INDICATORS


def check_work(question: Question, sides: Sequence[Side], population: str) -> Item:
    """DOMAIN: "found a job" beside "now at work" means what each site calls work."""
    if question.indicator not in WORK_INDICATORS:
        return Item(Check.WORK, Severity.SAME, "not_asked")
    values = by_site(sides, _meaning)
    if any(value is None for _slug, value in values):
        return outcome(Check.WORK, values, Severity.FAILS, "work_unknown")
    if len({value["hours"] for _slug, value in values}) > 1:
        return outcome(
            Check.WORK, values, Severity.FAILS, "work_hours", witness=_hours_witness(values)
        )
    if left_out := _left_out(sides):
        return outcome(Check.WORK, values, Severity.FAILS, "work_kinds", witness=left_out)
    same = len({tuple(value["kinds"]) for _slug, value in values}) == 1
    return outcome(Check.WORK, values, Severity.SAME if same else Severity.NOTE, "work_local_kinds")


def _meaning(side: Side) -> dict[str, Any] | None:
    meaning = side.practice.at_work_means
    if meaning is None:
        return None
    return {"hours": meaning.minimum_hours_per_week, "kinds": sorted(meaning.work_kinds)}


def _hours_witness(values: Values) -> dict[str, Any]:
    """A parent whose hours are work at the site that asks fewest, not at the one that asks most."""
    ordered = sorted(values, key=lambda value: (value[1]["hours"], value[0]))
    least, most = ordered[0], ordered[-1]
    hours = (least[1]["hours"] + most[1]["hours"]) / 2
    return {"kind": "hours", "sites": [least[0], most[0]], "values": [hours]}


def _left_out(sides: Sequence[Side]) -> dict[str, Any] | None:
    """A kind of work that one site counts, and another knows and does not count."""
    for counts, leaves_out in permutations(sorted(sides, key=lambda side: side.slug), 2):
        counted = set(counts.practice.at_work_means.work_kinds)
        known = leaves_out.work_kinds - set(leaves_out.practice.at_work_means.work_kinds)
        if found := sorted(counted & known):
            return {
                "kind": "work_kind",
                "sites": [counts.slug, leaves_out.slug],
                "values": [counts.labels_of_work.get(found[0], {"en": found[0]})],
            }
    return None
