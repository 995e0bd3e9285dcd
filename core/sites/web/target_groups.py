"""Target groups as sentences, with what happens while answers are unknown."""

from dataclasses import dataclass

from core.sites.configuration import Origin, SiteConfiguration, TargetGroup
from core.sites.criteria import evaluate, explain, sentence
from core.sites.texts import in_language
from core.sites.vocabulary import VOCABULARY
from core.sites.web.shown import Sheet


@dataclass(frozen=True)
class Question:
    """What must be asked for a target group, why, and whether the site writes it down."""

    text: str
    why: str
    is_recorded: bool


@dataclass(frozen=True)
class ShownGroup:
    """One target group: who belongs to it, and the decision when nothing is known yet."""

    name: str
    sentence: str
    while_unknown: str
    questions: list[Question]
    origin: Origin | None


def shown_groups(configuration: SiteConfiguration) -> list[ShownGroup]:
    """Every target group of the configuration, in its order."""
    sheet = Sheet(configuration)
    return [_shown(group, sheet) for group in configuration.target_groups]


def _shown(group: TargetGroup, sheet: Sheet) -> ShownGroup:
    recorded = sheet.configuration.records.attributes
    return ShownGroup(
        name=in_language(group.label),
        sentence=sentence(group.criteria),
        while_unknown=str(explain(evaluate(group.criteria, {}))),
        questions=[
            Question(str(VOCABULARY[code].question), str(VOCABULARY[code].why), code in recorded)
            for code in group.criteria.attributes()
        ],
        origin=sheet.origin(("target_groups", group.code, "criteria")),
    )
