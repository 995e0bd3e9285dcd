"""The shared definitions: in four languages, read by every partner, changed by none."""

import pytest
from django.db import ProgrammingError
from django.utils import translation

from core.indicators.definitions import version_1
from core.indicators.models import Indicator
from core.sites.enums import Indicator as Codes

LANGUAGES = ("en-gb", "nl-be", "nl-nl", "fr")
TEXTS = ("label", "definition", "population", "counting_rule")


def test_every_indicator_of_a_configuration_is_defined(db):
    assert list(Indicator.objects.current().values_list("code", flat=True)) == Codes.values


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_stands_in_every_language(db, language):
    with translation.override(language):
        for indicator in Indicator.objects.all():
            for name in TEXTS:
                own_words = getattr(indicator, f"{name}_{language.replace('-', '_')}")
                assert own_words, (indicator.code, name)
                assert getattr(indicator, name) == own_words


def test_it_says_ended_is_not_succeeded_in_each_language(db):
    ended = Indicator.objects.get(code="ended")
    assert "succeeded" in ended.definition_en_gb
    assert "geslaagd" in ended.definition_nl_be
    assert "geslaagd" in ended.definition_nl_nl
    assert "réussi" in ended.definition_fr


def test_a_partner_reads_definitions_and_cannot_change_them(db):
    with pytest.raises(ProgrammingError, match="permission denied"):
        Indicator.objects.update(label="Other")


@pytest.mark.identity("programme")
def test_the_latest_version_is_the_current_one(db):
    Indicator.objects.create(
        code="referred", version=2, position=1, kind="cumulative", default_unit="parent"
    )
    current = Indicator.objects.current().get(code="referred")
    assert current.version == 2


def test_the_words_hold_the_same_indicators():
    assert all(set(words) == set(version_1.SHAPES) for words in version_1.WORDS.values())
