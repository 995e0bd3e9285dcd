"""Verdicts in the reader's words: what was asked, what each site says, and an example.

Items hold codes (`core.comparison.items`); here they become plain sentences, when they are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from core.comparison import witnesses
from core.comparison.enums import Severity
from core.comparison.items import Item
from core.comparison.reasons import MEANINGS, REASONS
from core.comparison.speech import SPOKEN
from core.comparison.verdict import Verdict


@dataclass(frozen=True)
class Reader:
    """Names the words need: of the sites by short name, of the common populations by code."""

    names: Mapping[str, str]
    populations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Explained:
    """An item in words. `sites` holds one sentence per site that has something to say."""

    check: str
    severity: str
    verdict: str
    finding: str
    sites: list[str]
    examples: list[str]

    @property
    def text(self) -> str:
        """Everything in one paragraph."""
        return " ".join([self.finding, *self.sites, *self.examples])


def explain(item: Item, reader: Reader) -> Explained:
    """An item in the reader's language."""
    return Explained(
        check=str(item.check.label),
        severity=item.severity.name.lower(),
        verdict=item.severity.verdict.value,
        finding=_finding(item, reader),
        sites=_sites(item, reader),
        examples=witnesses.in_words(item.witness, reader.names),
    )


def first_reason(verdict: Verdict, reader: Reader) -> str:
    """The one sentence that stands beside a verdict's badge."""
    if not verdict.telling:
        return str(MEANINGS[verdict.kind])
    item = verdict.telling[0]
    if item.severity is Severity.FAILS and (said := _sites(item, reader)):
        return " ".join(said[:2])
    return _finding(item, reader)


def _finding(item: Item, reader: Reader) -> str:
    finding = str(REASONS[item.reason])
    if item.reason == "restricted":
        label = reader.populations.get(item.population, item.population)
        common = _("In common: %(population)s.") % {"population": label}
        return f"{finding} {common}"
    return finding


def _sites(item: Item, reader: Reader) -> list[str]:
    """What each site says, where it says something that matters."""
    speak = SPOKEN.get(item.reason)
    if speak is None:
        return []
    if "missing" in item.witness:
        return [
            speak(reader.names.get(slug, slug), codes)
            for slug, codes in item.witness["missing"].items()
        ]
    said = [speak(reader.names.get(slug, slug), value) for slug, value in item.values]
    return list(dict.fromkeys(text for text in said if text))
