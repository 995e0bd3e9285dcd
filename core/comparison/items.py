"""One answer to one question about figures of several sites: codes and parameters, no sentence.

An item is put into words when it is read, in the reader's language (`core.comparison.wording`),
and can be kept as JSON meanwhile.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.comparison.enums import Check, Severity
from core.comparison.evidence import Question, Side

#: What each site says, in the order of the sites' short names, so that a pair reads the same
#: from both sides.
Values = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Item:
    """The answer of one check.

    `reason` is a code of `core.comparison.wording.REASONS`. `witness` describes one invented
    person or family who is counted at one site and not, or otherwise, at another; its `kind` is
    a code of `core.comparison.wording.WITNESSES`. `population` is the code of the common
    population to which the figures must be restricted.
    """

    check: Check
    severity: Severity
    reason: str = "same"
    values: Values = ()
    witness: Mapping[str, Any] = field(default_factory=dict)
    population: str = ""

    def as_json(self) -> dict[str, Any]:
        """Codes and parameters, to keep or to send."""
        return {
            "check": self.check.value,
            "severity": self.severity.name.lower(),
            "reason": self.reason,
            "values": dict(self.values),
            "witness": dict(self.witness),
            "population": self.population,
        }


def by_site(sides: Sequence[Side], value: Callable[[Side], Any]) -> Values:
    """What each site says, sorted by the sites' short names."""
    return tuple((side.slug, value(side)) for side in sorted(sides, key=lambda s: s.slug))


def all_equal(values: Values) -> bool:
    """Whether all sites say the same."""
    return all(value == values[0][1] for _slug, value in values)


def outcome(check: Check, values: Values, severity: Severity, reason: str, **more: Any) -> Item:
    """An item of that severity; one that finds nothing has the reason "same"."""
    if severity is Severity.SAME:
        return Item(check, severity, "same", values)
    return Item(check, severity, reason, values, **more)


CheckFunction = Callable[[Question, Sequence[Side], str], Item]
