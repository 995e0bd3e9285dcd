"""What must agree between the parts of one configuration, each broken rule at its own path."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from core.sites.configuration.foundations import LABEL_LANGUAGES, label_chain
from core.sites.configuration.rules import overlapping
from core.sites.enums import UNITS_OF_INDICATOR, WORK_INDICATORS, Indicator
from core.sites.vocabulary import VOCABULARY

if TYPE_CHECKING:
    from core.sites.configuration.site import SiteConfiguration

Fault = InitErrorDetails
Location = tuple[str | int, ...]


def refuse_incoherence(configuration: "SiteConfiguration") -> None:
    """Raise pydantic's ValidationError with every broken agreement."""
    faults = [
        *_labels_in_every_language(configuration),
        *_references(configuration),
        *_practice(configuration),
        *_dates(configuration),
        *_rules(configuration),
    ]
    if faults:
        raise ValidationError.from_exception_data("SiteConfiguration", faults)


def _fault(at: Location, value: Any, kind: str, allowed: str, **context: Any) -> Fault:
    error = PydanticCustomError(kind, "{allowed}", {"allowed": allowed, **context})
    return InitErrorDetails(type=error, loc=at, input=value)


def _unknown(at: Location, code: str, known: list[str], where: str) -> Iterator[Fault]:
    if code not in known:
        near = get_close_matches(code, known, n=1)
        yield _fault(
            at, code, "unknown_code", ", ".join(known), where=where, near=near[0] if near else ""
        )


def _labels_in_every_language(configuration: "SiteConfiguration") -> Iterator[Fault]:
    wanted = configuration.languages.enabled
    for at, labels in _all_labels(configuration, ()):
        for language in wanted:
            chain = label_chain("en" if language == "en-gb" else language)
            if not any(step in labels for step in chain):
                yield _fault(at, labels, "label_missing", chain[0])


def _all_labels(part: Any, at: Location) -> Iterator[tuple[Location, dict[str, str]]]:
    if isinstance(part, dict) and part and set(part) <= set(LABEL_LANGUAGES):
        yield at, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            if name not in ("origins", "details", "value"):
                yield from _all_labels(getattr(part, name), (*at, name))
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _all_labels(value, (*at, str(key)))
    elif isinstance(part, list):
        for place, value in enumerate(part):
            yield from _all_labels(value, (*at, place))


def _references(configuration: "SiteConfiguration") -> Iterator[Fault]:
    recorded = configuration.records.attributes
    known = list(VOCABULARY)
    for place, code in enumerate(recorded):
        yield from _unknown(("records", "attributes", place), code, known, "vocabulary")
    for place, form in enumerate(configuration.care.forms):
        forms = configuration.lists.codes("care_forms")
        yield from _unknown(("care", "forms", place), form, forms, "lists.care_forms")
    for place, group in enumerate(configuration.target_groups):
        for code in group.criteria.attributes():
            if code not in recorded:
                at = ("target_groups", place, "criteria")
                yield _fault(at, code, "attribute_not_recorded", "records.attributes")


def _practice(configuration: "SiteConfiguration") -> Iterator[Fault]:
    for code in Indicator.values:
        if code not in configuration.practice:
            yield InitErrorDetails(type="missing", loc=("practice", code), input=None)
    work_kinds = configuration.lists.codes("work_kinds")
    for code, practice in configuration.practice.items():
        at = ("practice", str(code))
        allowed = UNITS_OF_INDICATOR[code]
        if practice.unit not in allowed:
            names = ", ".join(sorted(unit.value for unit in allowed))
            yield _fault((*at, "unit"), practice.unit.value, "unit_of_indicator", names)
        if (practice.at_work_means is not None) != (code in WORK_INDICATORS):
            names = ", ".join(sorted(WORK_INDICATORS))
            yield _fault((*at, "at_work_means"), code, "at_work_only_for_work", names)
        elif practice.at_work_means is not None:
            for place, kind in enumerate(practice.at_work_means.work_kinds):
                found_at = (*at, "at_work_means", "work_kinds", place)
                yield from _unknown(found_at, kind, work_kinds, "lists.work_kinds")


def _dates(configuration: "SiteConfiguration") -> Iterator[Fault]:
    first = configuration.valid_from
    for place, group in enumerate(configuration.target_groups):
        if group.valid_from > first:
            at = ("target_groups", place, "valid_from")
            yield _fault(at, group.valid_from.isoformat(), "after_version", first.isoformat())
    for code, practice in configuration.practice.items():
        at = ("practice", str(code))
        if practice.valid_from > first:
            found = practice.valid_from.isoformat()
            yield _fault((*at, "valid_from"), found, "after_version", first.isoformat())
        for place, found in enumerate(practice.breaks):
            if found.on <= practice.since:
                day = practice.since.isoformat()
                yield _fault(
                    (*at, "breaks", place, "day"), found.on.isoformat(), "break_too_early", day
                )


def _rules(configuration: "SiteConfiguration") -> Iterator[Fault]:
    for first, second in overlapping(configuration.rules):
        place = configuration.rules.index(second)
        yield _fault(("rules", place, "id"), second.id, "rule_overlap", str(first.valid_from))
