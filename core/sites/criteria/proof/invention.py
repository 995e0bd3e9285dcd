"""Invents pairs of criteria, persons and what sites record, always the same for the same seed.

Two criteria drawn independently almost always overlap. So the second is usually made from the
first by a few edits, as one site's rules are made from another's: that gives equal, narrower and
wider groups in numbers.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from random import Random

from core.sites.criteria.proof.enumeration import Person, Written, members, persons
from core.sites.criteria.tree import Criteria
from core.sites.vocabulary import (
    VOCABULARY,
    Answer,
    CodesAttribute,
    IntervalAttribute,
)

# Listing everyone must stay affordable: pairs with more persons than this are drawn again.
MOST_PERSONS = 500


@dataclass(frozen=True)
class Trial:
    """One invented situation on which engine and oracle must agree."""

    number: int
    a: Written
    b: Written
    answers: list[dict[str, Answer | None]]
    records: frozenset[str]
    everyone: list[Person]

    @cached_property
    def in_a(self) -> set[int]:
        """Places in `everyone` of those who belong to a, by listing."""
        return members(self.a, self.everyone)

    @cached_property
    def in_b(self) -> set[int]:
        """Places in `everyone` of those who belong to b, by listing."""
        return members(self.b, self.everyone)

    @cached_property
    def read(self) -> tuple[Criteria, Criteria]:
        """Both criteria as the engine reads them."""
        return Criteria.model_validate(self.a), Criteria.model_validate(self.b)


def trials(count: int, seed: int = 20200229) -> Iterator[Trial]:
    """The first `count` trials of a seed."""
    dice, number = Random(seed), 0  # noqa: S311 - repeatable, not secret
    while number < count:
        a, b = pair(dice)
        everyone = list(persons(a, b))
        if len(everyone) <= MOST_PERSONS and (number % 6 == 0 or tells_much(dice, a, b, everyone)):
            asked = list(everyone[0])
            yield Trial(
                number=number,
                a=a,
                b=b,
                answers=[some_unknown(dice, dice.choice(everyone)) for _ in range(10)],
                records=frozenset(dice.sample(asked, dice.randint(0, len(asked)))),
                everyone=everyone,
            )
            number += 1


def tells_much(dice: Random, a: Written, b: Written, everyone: list[Person]) -> bool:
    """Whether some persons, drawn at random, show that the groups have members and differ.

    Without this most trials would be about equal groups or groups without anyone.
    """
    drawn = dice.choices(everyone, k=30)
    in_a, in_b = members(a, drawn), members(b, drawn)
    return bool(in_a and in_b and in_a != in_b)


def pair(dice: Random, attributes: int = 5, depth: int = 3) -> tuple[Written, Written]:
    """Two criteria over at most so many attributes, mostly the second made from the first."""
    menu = [leaf_menu(dice, code) for code in dice.sample(sorted(VOCABULARY), attributes)]
    a = criteria(dice, menu, depth)
    if dice.random() < 0.25:
        return a, criteria(dice, menu, depth)
    b = deepcopy(a)
    for _ in range(dice.randint(0, 3)):
        b = edited(dice, b, menu)
    return (a, b) if dice.random() < 0.5 else (b, a)


def leaf_menu(dice: Random, code: str) -> list[Written]:
    """A few leaves on one attribute, so that the same bounds and codes come back."""
    attribute = VOCABULARY[code]
    if isinstance(attribute, IntervalAttribute):
        inner = dice.sample(range(attribute.lowest + 1, attribute.highest), 2)
        ends = sorted([attribute.lowest, *inner, attribute.highest + 1])
        spans = [(low, high) for low in ends for high in ends if low < high]
        written = [{"attribute": code, "from": low, "below": high} for low, high in spans]
        return [
            *written,
            {"attribute": code, "from": ends[1]},
            {"attribute": code, "below": ends[2]},
        ]
    if isinstance(attribute, CodesAttribute):
        few = dice.sample(list(attribute.labels), min(3, len(attribute.labels)))
        lists = [few[:1], few[1:2], few[:2], few[1:], few]
        lists += [] if attribute.is_open else [list(attribute.labels), list(attribute.labels)[1:]]
        return [{"attribute": code, "in": codes} for codes in lists]
    return [{"attribute": code, "is": expected} for expected in (True, False)]


def criteria(dice: Random, menu: list[list[Written]], depth: int) -> Written:
    """Criteria at most so deep, with leaves from the menu."""
    shape = dice.choices(["leaf", "all", "any", "not", "at_least"], [4, 4, 2, 2, 3])[0]
    if depth == 0 or (shape == "leaf" and depth < 3):
        return dict(dice.choice(dice.choice(menu)))
    if shape == "not":
        return {"not": criteria(dice, menu, depth - 1)}
    # Groups of no parts are rare but allowed: everyone, and no one.
    size = dice.choices([0, 1, 2, 3, 4], [1, 2, 20, 25, 10])[0]
    parts = [criteria(dice, menu, depth - 1) for _ in range(size)]
    if shape == "at_least" and parts:
        return {"at_least": {"count": dice.randint(1, len(parts)), "of": parts}}
    return {"any" if shape == "any" else "all": parts}


def edited(dice: Random, written: Written, menu: list[list[Written]]) -> Written:
    """The criteria with one change: a part added, dropped, replaced, or merely said otherwise."""
    match dice.choice(["add", "alternative", "said otherwise", "inside", "inside", "inside"]):
        case "add":
            return {"all": [written, criteria(dice, menu, 1)]}
        case "alternative":
            return {"any": [criteria(dice, menu, 1), written]}
        case "said otherwise":
            return {"not": {"not": written}}
        case _:
            return edited_inside(dice, written, menu)


def edited_inside(dice: Random, written: Written, menu: list[list[Written]]) -> Written:
    """The criteria with one of its parts changed, dropped or moved."""
    ((key, inside), *_rest) = written.items()
    if key == "attribute":
        return dict(dice.choice(next((m for m in menu if m[0]["attribute"] == inside), menu[0])))
    if key == "not":
        return {"not": edited(dice, inside, menu)}
    parts = list(inside["of"] if key == "at_least" else inside)
    if not parts:
        return written
    place = dice.randrange(len(parts))
    if dice.random() < 0.3:
        parts.append(parts.pop(place))
    elif dice.random() < 0.4:
        parts.pop(place)
    else:
        parts[place] = edited(dice, parts[place], menu)
    if key != "at_least":
        return {key: parts}
    count = min(max(1, inside["count"] + dice.choice([-1, 0, 0, 1])), len(parts))
    return {"at_least": {"count": count, "of": parts}} if parts else {"all": []}


def some_unknown(dice: Random, person: Person) -> dict[str, Answer | None]:
    """The person with some answers not known, or not asked at all."""
    answers: dict[str, Answer | None] = dict(person)
    for code in person:
        fate = dice.random()
        if fate < 0.25:
            answers[code] = None
        elif fate < 0.35:
            del answers[code]
    return answers
