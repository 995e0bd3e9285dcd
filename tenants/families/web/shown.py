"""How an assessment, a situation and the steps of the way in look on a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.sites.criteria import Outcome
from core.sites.vocabulary import VOCABULARY, CodesAttribute, IntervalAttribute
from core.ui.presentation import Fact, said
from tenants.families.ages import full_months
from tenants.families.eligibility import Assessment, GroupResult
from tenants.families.history import ICON_OF_OUTCOME, TONE_OF_OUTCOME
from tenants.families.models import Guardian


@dataclass(frozen=True)
class ShownReason:
    """One line of an explanation: a sentence, and whether it speaks for the parent."""

    text: str
    tone: str
    icon: str


@dataclass(frozen=True)
class ShownGroup:
    """What one target group says."""

    name: str
    tone: str
    outcome: str
    reasons: list[ShownReason]


@dataclass(frozen=True)
class ShownAssessment:
    """An assessment in the reader's language, the group that decided first."""

    outcome: str
    label: str
    tone: str
    icon: str
    groups: list[ShownGroup]
    configuration_number: int

    @property
    def decisive(self) -> ShownGroup:
        return self.groups[0]

    @property
    def others(self) -> list[ShownGroup]:
        return self.groups[1:]


#: Which group is shown first: the one that took the parent in, else the one that still may.
_NEARNESS = {Outcome.ELIGIBLE: 0, Outcome.NOT_YET_KNOWN: 1, Outcome.NOT_ELIGIBLE: 2}


def shown(assessment: Assessment) -> ShownAssessment:
    """An assessment as the page shows it."""
    outcome = assessment.outcome
    groups = sorted(assessment.groups, key=lambda group: _NEARNESS[group.evaluation.outcome])
    return ShownAssessment(
        outcome=outcome,
        label=str(outcome.label),
        tone=TONE_OF_OUTCOME[outcome],
        icon=ICON_OF_OUTCOME[outcome],
        groups=[_group(group) for group in groups],
        configuration_number=assessment.configuration_number,
    )


def _group(group: GroupResult) -> ShownGroup:
    outcome = group.evaluation.outcome
    explanation = group.explanation
    holds = [reason.holds for reason in group.evaluation.reasons]
    reasons = [
        _reason(text, outcome, truth)
        for text, truth in zip(explanation.reasons, holds, strict=True)
    ]
    reasons += [_reason(text, outcome, None) for text in explanation.open_questions]
    return ShownGroup(group.name, TONE_OF_OUTCOME[outcome], str(outcome.label), reasons)


def _reason(text: str, outcome: Outcome, holds: bool | None) -> ShownReason:
    sentence = capital(text)
    if holds is None:
        return ShownReason(sentence, "attention", "question-circle")
    if outcome is Outcome.ELIGIBLE:
        return ShownReason(sentence, "good", "check-lg")
    return ShownReason(sentence, "stop", "x-lg")


def answer_in_words(code: str, answer: Any) -> Any:
    """An answer as a value beside its label: "Yes", "Mechelen", "18 months"."""
    attribute = VOCABULARY[code]
    if answer is None:
        return None
    match attribute:
        case CodesAttribute():
            return capital(attribute.label_of(answer))
        case IntervalAttribute():
            return attribute.unit.quantity(answer)
    return said(answer)


def capital(text: str) -> str:
    """The text with a capital in front, to stand by itself."""
    return text[:1].upper() + text[1:]


def facts_of_answers(answers: Mapping[str, Any], codes: Any, not_asked: Any = ()) -> list[Fact]:
    """Answers as rows of `<c-facts>`, in the order of `codes`."""
    return [
        Fact(
            label=VOCABULARY[code].label,
            value=_("Not asked") if _skipped(code, answers, not_asked) else _said(code, answers),
            unknown=answers.get(code) is None,
        )
        for code in codes
    ]


def _skipped(code: str, answers: Mapping[str, Any], not_asked: Any) -> bool:
    return answers.get(code) is None and code in not_asked


def _said(code: str, answers: Mapping[str, Any]) -> Any:
    return said(answer_in_words(code, answers.get(code)))


@dataclass(frozen=True)
class Step:
    """A step of `<c-stepper>`."""

    label: str
    state: str
    href: str = ""


def steps(current: str, guardian: Guardian | None = None, *, decision: Any = None) -> list[Step]:
    """The way in as steps; `current` is "referral", "intake", "decision" or "next"."""
    labels = {
        "referral": _("Referral"),
        "intake": _("Intake"),
        "decision": _("Decision"),
        "next": _("Next step"),
    }
    order = list(labels)
    at = order.index(current)
    return [
        Step(label, _state(order.index(code), at), _step_url(code, guardian, decision))
        for code, label in labels.items()
    ]


def _state(place: int, current: int) -> str:
    if place == current:
        return "current"
    return "done" if place < current else "todo"


def _step_url(code: str, guardian: Guardian | None, decision: Any) -> str:
    """Back to a step that can be looked at again; the referral itself is done."""
    if guardian is None or code != "intake" or decision is not None:
        return ""
    return parent_url("intake", guardian)


def parent_url(name: str, guardian: Guardian) -> str:
    """The address of a page about one parent of a family."""
    return reverse(
        f"families:{name}",
        kwargs={"reference": guardian.family.reference, "guardian": guardian.pk},
    )


def phone_url(phone: str) -> str:
    """What a phone dials; empty without a number."""
    digits = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    return f"tel:{digits}" if digits else ""


def age_in_words(birth_date: date | None, on: date) -> str:
    """ "20 months" under two years, else "7 years"; empty without a birth date."""
    if birth_date is None or birth_date > on:
        return ""
    months = full_months(birth_date, on)
    unit = VOCABULARY["youngest_child_age_months" if months < 24 else "parent_age_years"].unit
    return unit.quantity(months if months < 24 else months // 12)
