"""Decides whether a person belongs to a target group, and keeps why.

Only what matters is kept. The reasons of a decision are the leaves that made it: those that fail
for "not eligible", those still unknown for "not yet known", those that hold for "eligible".
Beside a refusal stand the questions that would still be open if its reasons fell away.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.sites.criteria.leaves import LEAVES, Leaf
from core.sites.criteria.tree import Criteria, Not
from core.sites.criteria.truth import Answers, Judged, Truth, judge, opposite


class Outcome(TextChoices):
    ELIGIBLE = "eligible", _("Eligible")
    NOT_ELIGIBLE = "not_eligible", _("Not eligible")
    NOT_YET_KNOWN = "not_yet_known", _("Not yet known")


OUTCOMES: dict[Truth, Outcome] = {
    True: Outcome.ELIGIBLE,
    False: Outcome.NOT_ELIGIBLE,
    None: Outcome.NOT_YET_KNOWN,
}


@dataclass(frozen=True)
class Reason:
    """One leaf and whether it holds for this person; None is unknown."""

    leaf: Leaf
    holds: Truth

    def as_json(self) -> dict[str, Any]:
        return {"leaf": self.leaf.written(), "holds": self.holds}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(leaf=Criteria.model_validate(stored["leaf"]).root, holds=stored["holds"])


@dataclass(frozen=True)
class Evaluation:
    """An outcome with the leaves responsible for it, and the questions left open by a refusal."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    open_questions: tuple[Reason, ...] = ()

    @property
    def attributes_to_ask(self) -> tuple[str, ...]:
        """Codes of the attributes whose answer would bring the decision nearer."""
        unknown = [*self.reasons, *self.open_questions]
        return tuple(dict.fromkeys(r.leaf.attribute for r in unknown if r.holds is None))

    def as_json(self) -> dict[str, Any]:
        """A form to store; it holds no answers, only which criteria held."""
        return {
            "outcome": self.outcome.value,
            "reasons": [reason.as_json() for reason in self.reasons],
            "open_questions": [reason.as_json() for reason in self.open_questions],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(
            outcome=Outcome(stored["outcome"]),
            reasons=tuple(map(Reason.from_json, stored["reasons"])),
            open_questions=tuple(map(Reason.from_json, stored["open_questions"])),
        )


def evaluate(criteria: Criteria, answers: Answers) -> Evaluation:
    """Decides on the answers, by attribute code; a missing or None answer is unknown.

    Answers to attributes that the criteria do not ask are ignored. Raises TypeError if an answer
    is not of its attribute's kind.
    """
    judged = judge(criteria.root, answers)
    refused = judged.value is False
    return Evaluation(
        outcome=OUTCOMES[judged.value],
        reasons=_each_once(responsible(judged)),
        open_questions=_each_once(left_open(judged, wanted=True)) if refused else (),
    )


def responsible(judged: Judged) -> Iterator[Reason]:
    """The leaves that make this part true, false or unknown.

    A part that has the same value as the whole made it so; a part under "not" has the opposite.
    """
    if isinstance(judged.node, LEAVES):
        yield Reason(judged.node, judged.value)
        return
    value = opposite(judged.value) if isinstance(judged.node, Not) else judged.value
    for part in judged.parts:
        if part.value is value:
            yield from responsible(part)


def left_open(judged: Judged, *, wanted: bool) -> Iterator[Reason]:
    """The unknown leaves that still matter for this part to become what is wanted."""
    if judged.value is wanted:
        return
    if isinstance(judged.node, LEAVES):
        if judged.value is None:
            yield Reason(judged.node, None)
        return
    for part in judged.parts:
        yield from left_open(part, wanted=not wanted if isinstance(judged.node, Not) else wanted)


def _each_once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))
