"""What is different between two configurations, statement by statement, in words."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.sites.configuration import SiteConfiguration
from core.sites.criteria import Criteria, compare
from core.sites.files.paths import Keys, is_labels, is_whole
from core.sites.files.writing import authored
from core.sites.words import changed_labels, path_in_words, value_in_words

#: Who and when a configuration is, and where its values come from, is not what it says.
ASIDE = ("slug", "origins", "rules")


class Change(TextChoices):
    ADDED = "added", gettext_lazy("added")
    REMOVED = "removed", gettext_lazy("removed")
    CHANGED = "changed", gettext_lazy("changed")


@dataclass(frozen=True)
class Difference:
    """One difference at `keys`; the values are in the form people write in files."""

    change: Change
    keys: Keys
    before: Any
    after: Any
    words: str

    def __str__(self) -> str:
        return self.words


def differences(before: SiteConfiguration, after: SiteConfiguration) -> list[Difference]:
    """Every difference, in the order of the file, in the active language."""
    old, new = authored(before), authored(after)
    for key in ASIDE:
        old.pop(key, None)
        new.pop(key, None)
    found = _walk(old, new, (), before, after)
    return [*found, *_rule_differences(before, after)]


def _walk(
    old: dict, new: dict, above: Keys, before: SiteConfiguration, after: SiteConfiguration
) -> list[Difference]:
    found = []
    for key in [*old, *(key for key in new if key not in old)]:
        keys = (*above, key)
        if key not in new:
            found.append(_one(Change.REMOVED, keys, old[key], None, before, after))
        elif key not in old:
            found.append(_one(Change.ADDED, keys, None, new[key], before, after))
        elif is_whole(key, old[key]) or is_whole(key, new[key]):
            if old[key] != new[key]:
                found.append(_one(Change.CHANGED, keys, old[key], new[key], before, after))
        else:
            found.extend(_walk(old[key], new[key], keys, before, after))
    return found


def _one(
    change: Change,
    keys: Keys,
    old: Any,
    new: Any,
    before: SiteConfiguration,
    after: SiteConfiguration,
) -> Difference:
    key = str(keys[-1])
    where = path_in_words(keys, before if change == Change.REMOVED else after)
    if change == Change.ADDED:
        words = _("{where}: added, {after}").format(
            where=where, after=value_in_words(key, new, after)
        )
    elif change == Change.REMOVED:
        words = _("{where}: removed, it was {before}").format(
            where=where, before=value_in_words(key, old, before)
        )
    else:
        was, becomes = _both_in_words(key, old, new, before, after)
        words = _("{where}: was {before}, becomes {after}").format(
            where=where, before=was, after=becomes
        )
        words += _relation(key, old, new)
    return Difference(change, keys, old, new, words)


def _both_in_words(
    key: str, old: Any, new: Any, before: SiteConfiguration, after: SiteConfiguration
) -> tuple[str, str]:
    if is_labels(old) and is_labels(new):
        return changed_labels(old, new)
    return value_in_words(key, old, before), value_in_words(key, new, after)


def _relation(key: str, old: Any, new: Any) -> str:
    """How two target groups relate: " (a part of the other group)"."""
    if key != "criteria":
        return ""
    relation = compare(Criteria.model_validate(new), Criteria.model_validate(old))
    return f" ({relation.kind.label})"


def _rule_differences(before: SiteConfiguration, after: SiteConfiguration) -> list[Difference]:
    old = {_rule_key(rule): rule for rule in before.rules}
    new = {_rule_key(rule): rule for rule in after.rules}
    found = []
    for key in [*old, *(key for key in new if key not in old)]:
        if old.get(key) == new.get(key):
            continue
        change = _change(key in old, key in new)
        values = [
            rules[key].model_dump(mode="json", exclude_defaults=True) if key in rules else None
            for rules in (old, new)
        ]
        words = _("Rule {rule}: {change}").format(rule=key[0], change=change.label)
        found.append(Difference(change, ("rules", key[0]), *values, words))
    return found


def _rule_key(rule: Any) -> tuple:
    return (rule.id, rule.valid_from, rule.valid_to)


def _change(was: bool, stays: bool) -> Change:
    if not was:
        return Change.ADDED
    return Change.CHANGED if stays else Change.REMOVED
