"""Texts that a site wrote in several languages, shown in the reader's."""

from collections.abc import Mapping

from django.utils.translation import get_language

from core.sites.configuration.foundations import label_chain

#: Where the reader's language is missing: English, which every label should have, then any.
LAST_RESORTS = ("en", "nl", "nl-BE", "nl-NL", "fr")


def in_language(labels: Mapping[str, str] | None, language: str | None = None) -> str:
    """The text for the reader: their own variety, their language, then English, then any.

    `language` is a Django code (`nl-be`, `en-gb`); without it the active language counts.
    Returns an empty text for no labels.
    """
    if not labels:
        return ""
    wanted = label_chain(language or get_language() or "en")
    chain = [*wanted, *LAST_RESORTS]
    found = next((labels[step] for step in chain if step in labels), None)
    return found if found is not None else next(iter(labels.values()))
