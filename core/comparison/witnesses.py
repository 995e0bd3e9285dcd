"""One invented person or family in plain words, whom two sites count differently.

A difference in rules is hard to picture; a person is not. Each text names the site that counts
this person and the one that does not, or counts twice.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from core.sites.criteria.wording import facts
from core.sites.enums import Capture, Counting, Kind, Population, Unit
from core.sites.texts import in_language
from core.ui.formats import number, plain_date

TWO_PARENTS = _later("Two parents of one family take part: one at %(one)s, two at %(two)s.")
COMES_BACK = _later("Somebody stops and starts again: one at %(one)s, two at %(two)s.")

#: Pairs of choices, first the one by which the example is "one" (or counts at all), with words.
EXAMPLES: Mapping[str, Mapping[tuple[str, str], Any]] = {
    "unit": {
        (Unit.FAMILY, Unit.PARENT): TWO_PARENTS,
        (Unit.PARENT, Unit.EPISODE): COMES_BACK,
        (Unit.FAMILY, Unit.EPISODE): COMES_BACK,
        (Unit.CHILD, Unit.EPISODE): COMES_BACK,
    },
    "counting": {
        (Counting.ONCE_PER_FAMILY, Counting.ONCE_PER_PERSON): TWO_PARENTS,
        (Counting.ONCE_PER_PERSON, Counting.ONCE_PER_EPISODE): COMES_BACK,
        (Counting.ONCE_PER_FAMILY, Counting.ONCE_PER_EPISODE): COMES_BACK,
        (Counting.ONCE_PER_PERSON, Counting.EACH_EVENT): COMES_BACK,
        (Counting.ONCE_PER_FAMILY, Counting.EACH_EVENT): COMES_BACK,
    },
    "kind": {
        (Kind.CUMULATIVE, Kind.FLOW): _later(
            "Somebody for whom it happened before the period counts at %(one)s, not at %(two)s."
        ),
        (Kind.CUMULATIVE, Kind.STOCK): _later(
            "Somebody for whom it is over counts at %(one)s, and no longer at %(two)s."
        ),
        (Kind.STOCK, Kind.FLOW): _later(
            "Somebody for whom it began before the period and still goes on counts at %(one)s, "
            "not at %(two)s."
        ),
    },
    "population": {
        (Population.EVERYONE_REFERRED, Population.IN_TRAJECTORY): _later(
            "A parent who was referred and not taken into a trajectory can count at %(one)s, "
            "not at %(two)s."
        ),
        (Population.VISITING, Population.EVERYONE_REFERRED): _later(
            "A family that comes by once, without a referral, can count at %(one)s, not at %(two)s."
        ),
        (Population.VISITING, Population.IN_TRAJECTORY): _later(
            "A family that comes by once, without a trajectory, can count at %(one)s, "
            "not at %(two)s."
        ),
        (Population.VISITING, Population.USING_CARE): _later(
            "A family that comes by once, without childcare, can count at %(one)s, not at %(two)s."
        ),
        (Population.IN_TRAJECTORY, Population.USING_CARE): _later(
            "A parent in a trajectory whose child never came to the childcare can count at "
            "%(one)s, not at %(two)s."
        ),
        (Population.EVERYONE_REFERRED, Population.USING_CARE): _later(
            "A parent who was referred and whose child never came to the childcare can count "
            "at %(one)s, not at %(two)s."
        ),
    },
    "capture": {
        (looks, Capture.SELF_REPORT): _later(
            "A parent who is no longer in touch can still count at %(one)s, not at %(two)s."
        )
        for looks in (Capture.REGISTER, Capture.COACH)
    },
}


def in_words(witness: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """Sentences in the reader's language; none if there is nobody to describe."""
    if not witness:
        return []
    first, second = (names.get(slug, slug) for slug in witness["sites"])
    match witness["kind"]:
        case "person":
            return _persons(witness, first, second)
        case "since":
            return [_since(witness, first, second)]
        case "hours":
            hours = number(witness["values"][0], _decimals(witness["values"][0]))
            words = _(
                "A parent with %(hours)s hours of work a week counts at %(one)s, not at %(two)s."
            )
            return [words % {"hours": hours, "one": first, "two": second}]
        case "work_kind":
            words = _("A parent with this work counts at %(one)s, not at %(two)s: %(kind)s.")
            kind = in_language(witness["values"][0])
            return [words % {"kind": kind, "one": first, "two": second}]
        case kind:
            return _example(EXAMPLES[kind], witness["values"], first, second)


def _example(texts: Mapping, values: list[str], first: str, second: str) -> list[str]:
    a, b = values
    if (a, b) in texts:
        return [str(texts[a, b]) % {"one": first, "two": second}]
    if (b, a) in texts:
        return [str(texts[b, a]) % {"one": second, "two": first}]
    return []


def _since(witness: Mapping[str, Any], first: str, second: str) -> str:
    words = _("What happened on %(day)s counts at %(one)s, not at %(two)s.")
    day = plain_date(date.fromisoformat(witness["values"][0]))
    return words % {"day": day, "one": first, "two": second}


def _persons(witness: Mapping[str, Any], first: str, second: str) -> list[str]:
    words = _("For example: %(facts)s. Such a parent belongs at %(one)s, not at %(two)s.")
    only_first, only_second = witness["only_in"]
    sentences = []
    if only_first is not None:
        sentences.append(words % {"facts": facts(only_first), "one": first, "two": second})
    if only_second is not None:
        sentences.append(words % {"facts": facts(only_second), "one": second, "two": first})
    return sentences


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else 1
