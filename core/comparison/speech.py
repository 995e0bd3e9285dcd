"""What each site says about one reason, as a sentence in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later
from django.utils.translation import ngettext

from core.comparison.checks import MOST_MISSING
from core.comparison.evidence import UNDECIDED, WORK_HOURS
from core.comparison.figure_checks import FEWEST_PEOPLE
from core.sites.criteria import Criteria, sentence
from core.sites.criteria.wording import after_a_colon
from core.sites.enums import Capture, Counting, Kind, Population, Unit
from core.sites.enums import Mapping as MappingTo
from core.sites.texts import in_language
from core.sites.vocabulary import VOCABULARY
from core.ui.formats import list_of, number, percent, plain_date


def _labelled(words: Any, name: str, choices: Any) -> Callable[[str, Any], str]:
    """A speaker for a value that is one of a closed list."""

    def speak(site: str, value: Any) -> str:
        return str(words) % {"site": site, name: choices(value).label}

    return speak


def _mapping(site: str, value: Mapping[str, Any]) -> str:
    if value["mapping"] == MappingTo.EXACT:
        return ""
    words = _("What %(site)s counts is %(mapping)s.") % {
        "site": site,
        "mapping": MappingTo(value["mapping"]).label,
    }
    return f"{words} {in_language(value['note'])}".strip()


def _version(site: str, value: Mapping[str, Any]) -> str:
    words = _("%(site)s counted by version %(version)s.")
    return words % {"site": site, "version": value["version"]}


def _state(site: str, value: Mapping[str, Any]) -> str:
    words = {
        "no_submission": _("%(site)s has not approved this period."),
        "withdrawn": _("%(site)s withdrew its approval on %(day)s."),
        "no_practice": _("%(site)s has not said how it counts this."),
        "no_figure": _("%(site)s has not sent this figure."),
        "withheld": _("The figure of %(site)s is not shown, to protect people."),
    }.get(value["state"], "")
    return words % {"site": site, "day": _day(value["on"]) if "on" in value else ""}


def _period(site: str, value: list[str]) -> str:
    words = _("%(site)s: %(first)s to %(last)s.")
    return words % {"site": site, "first": _day(value[0]), "last": _day(value[1])}


def _since(site: str, value: str) -> str:
    return _("%(site)s counts from %(day)s.") % {"site": site, "day": _day(value)}


def _missing(site: str, value: Mapping[str, Any]) -> str:
    said = [_share(site, value["share"])]
    if WORK_HOURS in value["gaps"]:
        words = _("At %(site)s the hours of work are unknown of more than %(most)s.")
        said.append(words % {"site": site, "most": percent(MOST_MISSING)})
    if UNDECIDED & set(value["gaps"]):
        words = _("At %(site)s of more than %(most)s of the parents in a trajectory.")
        said.append(words % {"site": site, "most": percent(MOST_MISSING)})
    return " ".join(text for text in said if text)


def _share(site: str, share: float | None) -> str:
    if share is None:
        return _("%(site)s does not know how much is missing.") % {"site": site}
    if share < MOST_MISSING:
        return ""
    words = _("At %(site)s %(share)s is missing; less than %(most)s may be.")
    return words % {"site": site, "share": percent(share), "most": percent(MOST_MISSING)}


def _breaks(site: str, value: list[Mapping[str, Any]]) -> str:
    words = _("At %(site)s it changed on %(day)s: %(what)s")
    return " ".join(
        words % {"site": site, "day": _day(one["on"]), "what": in_language(one["what"])}
        for one in value
    )


def _projects(site: str, value: list[Mapping[str, Any]]) -> str:
    return " ".join(_project(site, one) for one in value)


def _project(site: str, value: Mapping[str, Any]) -> str:
    if not value["name"]:
        words = _("At %(site)s families of a related project are counted in.")
        return words % {"site": site}
    words = _("%(site)s counts in people of %(project)s, since %(day)s.")
    return words % {"site": site, "project": value["name"], "day": _day(value["since"])}


def _base(site: str, value: int | None) -> str:
    if value is None:
        return _("%(site)s: not known or not shown.") % {"site": site}
    if value >= FEWEST_PEOPLE:
        return ""
    words = _("%(site)s counts among fewer than %(fewest)s people.")
    return words % {"site": site, "fewest": FEWEST_PEOPLE}


def _hours(site: str, value: Mapping[str, Any]) -> str:
    if not value["hours"]:
        return _("%(site)s does not ask for hours.") % {"site": site}
    words = ngettext(
        "%(site)s: from %(hours)s hour a week.",
        "%(site)s: from %(hours)s hours a week.",
        int(value["hours"]),
    )
    return words % {"site": site, "hours": number(value["hours"])}


def _target(site: str, value: Mapping[str, Any] | None) -> str:
    if value is None:
        return _("%(site)s: not known.") % {"site": site}
    words = sentence(Criteria.model_validate(value))
    return _("%(site)s is for: %(people)s") % {"site": site, "people": after_a_colon(words)}


def _too_seldom(site: str, codes: list[str]) -> str:
    labels = list_of([str(VOCABULARY[code].label) for code in codes])
    return _("%(site)s knows too seldom: %(what)s.") % {"site": site, "what": labels}


def _not_recorded(site: str, codes: list[str]) -> str:
    labels = list_of([str(VOCABULARY[code].label) for code in codes])
    return _("%(site)s does not write down: %(what)s.") % {"site": site, "what": labels}


def _day(text: str) -> str:
    return plain_date(date.fromisoformat(text))


_UNIT = _labelled(_later("%(site)s counts %(unit)s."), "unit", Unit)
_KIND = _labelled(_later("%(site)s gives %(kind)s."), "kind", Kind)
_AMONG = _labelled(_later("%(site)s counts among %(people)s."), "people", Population)
_RULE = _labelled(_later("%(site)s: %(rule)s."), "rule", Counting)
_KNOWN = _labelled(_later("At %(site)s it is %(capture)s."), "capture", Capture)

#: By reason: how a site's value is said.
SPOKEN: dict[str, Callable[[str, Any], str]] = {
    **dict.fromkeys(("no_submission", "withdrawn", "no_practice", "no_figure", "withheld"), _state),
    "unit": _UNIT,
    "mapping": _mapping,
    "version": _version,
    "kind": _KIND,
    "population": _AMONG,
    "counting": _RULE,
    "capture": _KNOWN,
    "capture_note": _KNOWN,
    "period": _period,
    **dict.fromkeys(("since", "since_note", "began_within", "not_yet_begun"), _since),
    **dict.fromkeys(("missing", "missing_unknown", "missing_note"), _missing),
    "broken": _breaks,
    "mixed": _projects,
    **dict.fromkeys(("base_unknown", "few"), _base),
    "work_hours": _hours,
    **dict.fromkeys(
        (
            "target_unknown",
            "target_note",
            "nobody_in_common",
            "no_common_population",
            "not_frozen",
            "common_withheld",
            "restricted",
        ),
        _target,
    ),
    "not_recorded": _not_recorded,
    "too_often_unknown": _too_seldom,
}
