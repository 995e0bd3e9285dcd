"""Rules of the country and of the site: value, validity, status, source, on a day."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from core.sites.configuration import Rule, SiteConfiguration
from core.sites.configuration.rules import Period
from core.sites.enums import RuleStatus
from core.sites.texts import in_language
from core.sites.units import unit_in_words
from core.ui.formats import list_of, number, short_date

TONES = {
    RuleStatus.SOURCED: "good",
    RuleStatus.TO_VERIFY: "attention",
    RuleStatus.ANNOUNCED: "info",
    RuleStatus.INTERPRETATION: "attention",
}


@dataclass(frozen=True)
class ShownRule:
    """One row of a rule. `source`, `condition` and `note` are in the language of the pack."""

    name: str
    code: str
    value: list[str]
    unit: str
    validity: str
    in_force: bool
    status: str
    tone: str
    layer: str
    source: str
    condition: str
    note: str


def shown_rules(configuration: SiteConfiguration, day: date) -> list[ShownRule]:
    """All rows in the order of the files; `in_force` looks at `day`."""
    book = configuration.rule_book
    return [_shown(rule, book.find(rule.id, day) is rule) for rule in configuration.rules]


def _shown(rule: Rule, in_force: bool) -> ShownRule:
    return ShownRule(
        name=in_language(rule.label),
        code=rule.id,
        value=_lines(rule.value),
        unit=unit_in_words(rule.unit),
        validity=list_of([_period(rule, period) for period in rule.validity]),
        in_force=in_force,
        status=str(rule.status.label),
        tone=TONES[rule.status],
        layer=str(rule.layer.label),
        source=rule.source or "",
        condition=rule.condition or "",
        note=rule.note or "",
    )


def _lines(value: object) -> list[str]:
    if isinstance(value, dict):
        return [f"{_one(key)}: {_one(inner)}" for key, inner in value.items()]
    return [_one(inner) for inner in value] if isinstance(value, list) else [_one(value)]


def _one(value: object) -> str:
    if isinstance(value, int | float):
        decimals = len(f"{value:.6f}".rstrip("0").partition(".")[2])
        return number(value, decimals)
    try:
        return short_date(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _period(rule: Rule, period: Period) -> str:
    if rule.status == RuleStatus.ANNOUNCED and not rule.is_dated:
        return _("no date yet")
    first = short_date(period.from_) if period.from_ else ""
    last = short_date(period.until) if period.until else ""
    if first and last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("from %(first)s") % {"first": first}
    if last:
        return _("until %(last)s, start not known") % {"last": last}
    return _("start not known")
