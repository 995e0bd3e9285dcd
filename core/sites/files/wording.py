"""What is allowed, in words, for every kind of refusal of the models."""

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from core.sites.configuration.foundations import CODE_PATTERN

Context = dict[str, Any]


def _pattern(context: Context) -> str:
    if context["pattern"] == CODE_PATTERN:
        return _("lower-case letters, digits and _, beginning with a letter")
    return _("a text of the form {pattern}").format(**context)


def _listed(context: Context) -> str:
    return _("one of: {allowed}.").format(allowed=context["allowed"])


def _known_code(context: Context) -> str:
    return _("a code of {where}: {allowed}.").format(**context)


def _label_missing(context: Context) -> str:
    return _("a text in every language of the site; {allowed} is missing").format(**context)


def _after_version(context: Context) -> str:
    return _(
        "a day not after this version's valid_from, {allowed}; "
        "put a later change into a version of its own"
    ).format(**context)


WORDS: dict[str, Callable[[Context], str]] = {
    "missing": lambda c: _("this key is missing and must be given"),
    "string_type": lambda c: _("a text (between quotation marks if it looks like a number)"),
    "string_too_short": lambda c: _("a text that is not empty"),
    "string_too_long": lambda c: _("a text of at most {max_length} characters").format(**c),
    "string_pattern_mismatch": _pattern,
    "int_type": lambda c: _("a whole number"),
    "int_parsing": lambda c: _("a whole number"),
    "float_type": lambda c: _("a number"),
    "bool_type": lambda c: _("true or false"),
    "list_type": lambda c: _("a list"),
    "dict_type": lambda c: _("keys with values"),
    "model_type": lambda c: _("keys with values"),
    "too_short": lambda c: _("at least {min_length} item(s)").format(**c),
    "too_long": lambda c: _("at most {max_length} item(s)").format(**c),
    "greater_than_equal": lambda c: _("a number of {ge} or more").format(**c),
    "less_than_equal": lambda c: _("a number of {le} or less").format(**c),
    "language": _listed,
    "language_double": lambda c: _("each language once"),
    "default_language_first": lambda c: _(
        "a list that begins with the default language, {allowed}"
    ).format(**c),
    "not_a_day": lambda c: _("a date such as 2021-01-31"),
    "not_a_clock_time": lambda c: _("a local time such as 08:30"),
    "label_language": _listed,
    "label_empty": lambda c: _("a text in at least one language"),
    "label_missing": _label_missing,
    "code_twice": lambda c: _("no code inside: the key is the code"),
    "code_double": lambda c: _("each code once; {found} stands here twice").format(**c),
    "time_zone": lambda c: _("a time zone such as Europe/Brussels"),
    "empty_range": lambda c: _("a `below` that is greater than `from`"),
    "ends_before_start": lambda c: _("an `ends` that is later than `starts`"),
    "mapping_needs_note": lambda c: _("a note that says why the mapping is not exact"),
    "rule_dated_twice": lambda c: _("either `periods`, or `valid_from` and `valid_to`"),
    "rule_ends_first": lambda c: _("a `valid_to` that is not before `valid_from`"),
    "rule_needs_source": lambda c: _("a source, or the status to_verify"),
    "rule_overlap": lambda c: _(
        "periods of the same rule that do not overlap; another row begins on {allowed}"
    ).format(**c),
    "origin_unclear": lambda c: _("either a source, or `assumed: true`"),
    "unknown_code": _known_code,
    "attribute_not_recorded": lambda c: _(
        "an attribute that the site records: add it to {allowed}"
    ).format(**c),
    "unit_of_indicator": _listed,
    "at_work_only_for_work": lambda c: _(
        "what counts as work is given for {allowed}, and only there"
    ).format(**c),
    "after_version": _after_version,
    "break_too_early": lambda c: _("a day after the series began, {allowed}").format(**c),
}


def allowed_in_words(error: dict[str, Any]) -> str:
    """What is allowed, in the language that is active.

    `error` is one of pydantic's. Refusals of criteria arrive in words already; they are told
    apart by their context, because both speak of unknown codes.
    """
    kind, context = error["type"], error.get("ctx", {})
    if kind == "enum":
        return _listed({"allowed": ", ".join(_expected(context))})
    if kind not in WORDS or (kind == "unknown_code" and "where" not in context):
        return error["msg"]
    return WORDS[kind](context)


def meant(error: dict[str, Any]) -> str:
    """The allowed value nearest to what was written, or an empty text."""
    context = error.get("ctx", {})
    if "near" in context:
        return context["near"]
    choices = _expected(context)
    if error["type"] in ("language", "unit_of_indicator"):
        choices = context["allowed"].split(", ")
    found = error.get("input")
    near = get_close_matches(str(found), choices, n=1) if isinstance(found, str) else []
    return near[0] if near else ""


def _expected(context: Context) -> list[str]:
    return context.get("expected", "").replace("'", "").replace(" or ", ", ").split(", ")
