"""A site's texts in the reader's language."""

import pytest
from django.utils import translation

from core.sites.texts import in_language

LABELS = {"en": "Client consultation", "nl": "Cliëntenoverleg", "nl-NL": "Casusoverleg"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl-be", "Cliëntenoverleg"),
        ("nl-nl", "Casusoverleg"),
        ("en-gb", "Client consultation"),
        ("fr", "Client consultation"),
    ],
)
def test_the_readers_own_variety_comes_first_then_english(language, text):
    with translation.override(language):
        assert in_language(LABELS) == text


def test_a_language_can_be_asked_for():
    assert in_language(LABELS, "nl-be") == "Cliëntenoverleg"


def test_any_text_is_better_than_none():
    assert in_language({"nl-BE": "Voormiddag"}, "fr") == "Voormiddag"
    assert in_language({}, "fr") == in_language(None) == ""
