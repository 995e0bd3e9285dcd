"""The oracle: criteria in their written form, decided person by person.

Truth is a number here, 0, 1/2 or 1 as Lukasiewicz and Kleene wrote it: "all" is the smallest,
"any" the largest, "at least k" the k-th largest. Nothing is imported from the engine, so a
mistake there cannot hide in its own judge.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, TypeAlias

from core.sites.vocabulary import (
    VOCABULARY,
    Answer,
    CodesAttribute,
    IntervalAttribute,
)

Written: TypeAlias = dict[str, Any]
Person: TypeAlias = dict[str, Answer]

FALSE, UNKNOWN, TRUE = 0.0, 0.5, 1.0


def level(written: Written, answers: Mapping[str, Answer | None]) -> float:
    """0, 1/2 or 1: false, unknown or true for these answers."""
    if "all" in written:
        return min((level(part, answers) for part in written["all"]), default=TRUE)
    if "any" in written:
        return max((level(part, answers) for part in written["any"]), default=FALSE)
    if "not" in written:
        return TRUE - level(written["not"], answers)
    if "at_least" in written:
        ranked = sorted(level(part, answers) for part in written["at_least"]["of"])
        return ranked[-written["at_least"]["count"]]
    return level_of_leaf(written, answers.get(written["attribute"]))


def level_of_leaf(leaf: Written, answer: Answer | None) -> float:
    if answer is None:
        return UNKNOWN
    if "in" in leaf:
        return float(answer in leaf["in"])
    if "is" in leaf:
        return float(answer == leaf["is"])
    return float(answer in range(leaf.get("from", -1), leaf.get("below", 10_000)))


def leaves(written: Written) -> Iterator[Written]:
    """Every leaf of the written form."""
    if "attribute" in written:
        yield written
        return
    for part in parts_of(written):
        yield from leaves(part)


def parts_of(group: Written) -> list[Written]:
    """The parts of a group, whatever its kind."""
    ((key, inside),) = group.items()
    if key == "at_least":
        return inside["of"]
    return [inside] if key == "not" else inside


def responsible(
    written: Written, answers: Mapping[str, Answer | None], truth: float
) -> Iterator[tuple[Written, float]]:
    """Leaves with their truth, reached only through parts that have the truth of the whole."""
    if level(written, answers) != truth:
        return
    if "attribute" in written:
        yield written, truth
        return
    inner_truth = TRUE - truth if "not" in written else truth
    for part in parts_of(written):
        yield from responsible(part, answers, inner_truth)


def left_open(
    written: Written, answers: Mapping[str, Answer | None], wanted: float
) -> Iterator[Written]:
    """Unknown leaves under parts that do not yet have the truth that is wanted of them."""
    truth = level(written, answers)
    if "attribute" in written and truth == UNKNOWN:
        yield written
    elif "attribute" not in written and truth != wanted:
        for part in parts_of(written):
            yield from left_open(part, answers, TRUE - wanted if "not" in written else wanted)


def representatives(code: str, asked: list[Written]) -> list[Answer]:
    """Answers of one attribute that show every difference some leaves can make."""
    attribute = VOCABULARY[code]
    if isinstance(attribute, IntervalAttribute):
        bounds = {leaf[end] for leaf in asked for end in ("from", "below") if end in leaf}
        numbers = {attribute.lowest, attribute.highest} | bounds | {b - 1 for b in bounds}
        return sorted(n for n in numbers if attribute.lowest <= n <= attribute.highest)
    if isinstance(attribute, CodesAttribute):
        mentioned = {code for leaf in asked for code in leaf["in"]}
        return [*sorted(mentioned), attribute.other] if attribute.is_open else [*attribute.labels]
    return [False, True]


def persons(*criteria: Written) -> Iterator[Person]:
    """Every person that these criteria could tell from another."""
    asked: dict[str, list[Written]] = {}
    for written in criteria:
        for leaf in leaves(written):
            asked.setdefault(leaf["attribute"], []).append(leaf)
    axes = [representatives(code, on_this) for code, on_this in asked.items()]
    for answers in product(*axes):
        yield dict(zip(asked, answers, strict=True))


def belongs(written: Written, person: Person) -> bool:
    """The same as `level` for a person of whom everything is known, without more work than that."""
    if "attribute" in written:
        answer = person[written["attribute"]]
        if "in" in written:
            return answer in written["in"]
        if "is" in written:
            return answer == written["is"]
        return written.get("from", answer) <= answer < written.get("below", answer + 1)
    if "all" in written:
        return all(belongs(part, person) for part in written["all"])
    if "any" in written:
        return any(belongs(part, person) for part in written["any"])
    if "not" in written:
        return not belongs(written["not"], person)
    threshold = written["at_least"]
    return sum(belongs(part, person) for part in threshold["of"]) >= threshold["count"]


def members(written: Written, everyone: list[Person]) -> set[int]:
    """The numbers of the persons who belong."""
    return {number for number, person in enumerate(everyone) if belongs(written, person)}


def relation(in_a: set[int], in_b: set[int]) -> str:
    """How two listed groups relate, by the code of the relation."""
    if in_a == in_b:
        return "equal"
    if in_a.isdisjoint(in_b):
        return "disjoint"
    if in_a < in_b:
        return "subset"
    return "superset" if in_a > in_b else "overlap"


def relation_by_enumeration(a: Written, b: Written) -> str:
    """The relation of two criteria, by listing everyone; the benchmark's reference."""
    everyone = list(persons(a, b))
    return relation(members(a, everyone), members(b, everyone))
