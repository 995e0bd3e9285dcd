"""Is this parent for us? The site's own target groups decide, and say why.

Answers are the situation as assessed plus the ages on the day. They are put to every target
group of the configuration in force on that day; a parent who belongs to one of them is eligible.
A decision keeps the answers, the number and checksum of the version and which criteria held, so
that it can be explained in any language and decided again (`replay`) after the rules changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from core.sites.criteria import Evaluation, Explanation, Outcome, evaluate, explain
from core.sites.models import ConfigurationVersion
from core.sites.selectors import NoConfiguration, configuration_number, configuration_on
from core.sites.texts import in_language
from tenants.families.ages import computed_answers
from tenants.families.models import Decision, Guardian, Situation


@dataclass(frozen=True)
class GroupResult:
    """What one target group says; `label` holds its name of that day in every language."""

    code: str
    label: Mapping[str, str]
    evaluation: Evaluation

    @property
    def name(self) -> str:
        """The group's name in the reader's language."""
        return in_language(self.label)

    @property
    def explanation(self) -> Explanation:
        return explain(self.evaluation)

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "label": dict(self.label),
            "evaluation": self.evaluation.as_json(),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        evaluation = Evaluation.from_json(stored["evaluation"])
        return cls(stored["code"], stored["label"], evaluation)


@dataclass(frozen=True)
class Assessment:
    """What the rules of one version say of one set of answers, group by group."""

    configuration_number: int
    configuration_checksum: str
    groups: tuple[GroupResult, ...]

    @property
    def outcome(self) -> Outcome:
        """Eligible if one group says so; else not yet known if one group can still say so."""
        outcomes = {group.evaluation.outcome for group in self.groups}
        for outcome in (Outcome.ELIGIBLE, Outcome.NOT_YET_KNOWN):
            if outcome in outcomes:
                return outcome
        return Outcome.NOT_ELIGIBLE

    @property
    def target_group(self) -> str:
        """Code of the first group that the parent belongs to; empty if none."""
        eligible = (g.code for g in self.groups if g.evaluation.outcome is Outcome.ELIGIBLE)
        return next(eligible, "")

    @property
    def attributes_to_ask(self) -> tuple[str, ...]:
        """Codes of the unknown attributes whose answer would bring the decision nearer."""
        asked = (code for group in self.groups for code in group.evaluation.attributes_to_ask)
        return () if self.outcome is Outcome.ELIGIBLE else tuple(dict.fromkeys(asked))

    def as_json(self) -> dict[str, Any]:
        """What is stored with a decision: no answers and no words."""
        return {
            "configuration": {
                "number": self.configuration_number,
                "checksum": self.configuration_checksum,
            },
            "groups": [group.as_json() for group in self.groups],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        version = stored["configuration"]
        groups = tuple(GroupResult.from_json(group) for group in stored["groups"])
        return cls(version["number"], version["checksum"], groups)


@dataclass(frozen=True)
class Replay:
    """A decision taken again on the same answers under the rules of its day.

    `assessment` is None where the version can no longer be read.
    """

    decision: Decision
    assessment: Assessment | None

    @property
    def agrees(self) -> bool:
        """The same outcome, target group and reasons as were stored."""
        again = self.assessment
        return again is not None and (
            again.outcome == self.decision.outcome
            and again.target_group == self.decision.target_group
            and again.as_json() == self.decision.explanation
        )


def answers_on(guardian: Guardian, on: date) -> dict[str, Any]:
    """Every attribute by code as known of a guardian on a day; None is unknown.

    Takes the last situation assessed up to and including that day, in two queries.
    """
    situation = (
        Situation.objects.filter(guardian=guardian, assessed_on__lte=on)
        .order_by("-assessed_on", "-id")
        .first()
    )
    stored = situation.stored_answers() if situation else {}
    return complete_answers(guardian, stored, on)


def complete_answers(guardian: Guardian, stored: Mapping[str, Any], on: date) -> dict[str, Any]:
    """`stored` answers with the ages and the number of children computed on a day."""
    born = guardian.family.children.order_by("id").values_list("birth_date", flat=True)
    return {**stored, **computed_answers(guardian.birth_date, born, on)}


def assess(answers: Mapping[str, Any], on: date) -> Assessment:
    """Put answers to the target groups in force on a day."""
    return assess_under(configuration_on(on), answers)


def assess_under(version: ConfigurationVersion, answers: Mapping[str, Any]) -> Assessment:
    """Put answers to the target groups of one version of the site's configuration."""
    groups = tuple(
        GroupResult(group.code, group.label, evaluate(group.criteria, answers))
        for group in version.configuration.target_groups
    )
    return Assessment(version.number, version.checksum, groups)


def assessment_of(decision: Decision) -> Assessment:
    """What was decided, as it was stored."""
    return Assessment.from_json(decision.explanation)


def replay(decision: Decision) -> Replay:
    """Take a decision again: its own answers under the version that it names."""
    try:
        version = configuration_number(decision.configuration_number)
    except NoConfiguration:
        return Replay(decision, None)
    return Replay(decision, assess_under(version, decision.answers))
