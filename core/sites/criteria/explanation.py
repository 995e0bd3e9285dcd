"""An evaluation as the coach and the family read it.

"Not eligible: the family lives outside Mechelen; unknown: is childcare a barrier?" The words are
found when they are shown, in the reader's language, never stored; what is stored is which leaves
held. So a decision of years ago explains itself in a language that was added last week.
"""

from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from core.sites.criteria.evaluation import Evaluation, Outcome, Reason
from core.sites.criteria.wording import after_a_colon, clause, question


def _line(reason: Reason) -> str:
    if reason.holds is None:
        return _("unknown: %(question)s") % {
            "question": after_a_colon(question(reason.leaf.attribute))
        }
    return clause(reason.leaf, holds=reason.holds)


def questions_in_a_row(reasons: list[Reason]) -> str:
    """The questions one after the other, to stand after a colon."""
    asked = dict.fromkeys(reason.leaf.attribute for reason in reasons)
    words = [question(attribute) for attribute in asked]
    return " ".join([*map(after_a_colon, words[:1]), *words[1:]])


@dataclass(frozen=True)
class Explanation:
    """The words of an evaluation; every property speaks the language active when it is read."""

    evaluation: Evaluation

    @property
    def outcome(self) -> Outcome:
        return self.evaluation.outcome

    @property
    def headline(self) -> str:
        """ "Eligible", "Not eligible" or "Not yet known"."""
        return str(self.outcome.label)

    @property
    def reasons(self) -> list[str]:
        """One line for each leaf that made the outcome."""
        return [_line(reason) for reason in self.evaluation.reasons]

    @property
    def open_questions(self) -> list[str]:
        """After a refusal: one line for each answer still missing if its reasons fell away."""
        return [_line(reason) for reason in self.evaluation.open_questions]

    @property
    def text(self) -> str:
        """Outcome, reasons and open questions in one line."""
        decided = [r for r in self.evaluation.reasons if r.holds is not None]
        unknown = [r for r in self.evaluation.reasons if r.holds is None]
        clauses = "; ".join(map(_line, decided))
        questions = questions_in_a_row([*unknown, *self.evaluation.open_questions])
        if clauses and questions:
            questions = _("unknown: %(question)s") % {"question": questions}
        told = "; ".join(filter(None, [clauses, questions]))
        if not told:
            return self.headline
        return _("%(outcome)s: %(reasons)s") % {"outcome": self.headline, "reasons": told}

    def __str__(self) -> str:
        return self.text

    def as_json(self) -> dict[str, Any]:
        """What to store with a decision; no answers, no words."""
        return self.evaluation.as_json()

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        return cls(Evaluation.from_json(stored))


def explain(evaluation: Evaluation) -> Explanation:
    """The words for an evaluation."""
    return Explanation(evaluation)
