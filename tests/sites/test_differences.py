"""Differences in words."""

import pytest
from django.utils import translation

from core.sites.configuration import SiteConfiguration
from core.sites.differences import Change, differences
from core.sites.documents import document_of
from core.sites.files import site_folder


@pytest.fixture
def mechelen():
    return site_folder().versions("mechelen")[-1]


def changed(configuration, **parts):
    return SiteConfiguration.model_validate({**document_of(configuration), **parts})


def test_a_configuration_does_not_differ_from_itself(mechelen):
    assert differences(mechelen, mechelen) == []


def test_a_changed_number_is_said_with_both_values(mechelen):
    care = document_of(mechelen)["care"] | {"capacity_per_day_part": 12}
    with translation.override("en-gb"):
        (found,) = differences(mechelen, changed(mechelen, care=care))
    assert found.change == Change.CHANGED
    assert found.keys == ("care", "capacity_per_day_part")
    assert str(found).endswith("one day-part: was 15, becomes 12")


def test_a_changed_target_group_is_said_as_sentences_and_as_a_relation():
    first, _second, last = site_folder().versions("mechelen")
    with translation.override("en-gb"):
        (found,) = [d for d in differences(first, last) if d.keys[-1] == "criteria"]
    assert "willing" in str(found)
    assert str(found).endswith("(a part of the other group)")


def test_what_is_added_and_removed_is_named_by_its_label(mechelen):
    document = document_of(mechelen)
    day_parts = [part for part in document["day_parts"] if part["code"] != "afternoon"]
    with translation.override("en-gb"):
        (found,) = differences(mechelen, changed(mechelen, day_parts=day_parts))
        (back,) = differences(changed(mechelen, day_parts=day_parts), mechelen)
    assert (found.change, back.change) == (Change.REMOVED, Change.ADDED)
    assert "Day-parts › Afternoon: removed" in str(found)


def test_a_label_changed_in_another_language_shows_that_language(mechelen):
    day_parts = document_of(mechelen)["day_parts"]
    day_parts[0]["label"] = {**day_parts[0]["label"], "fr": "Matinée"}
    with translation.override("en-gb"):
        (found,) = differences(mechelen, changed(mechelen, day_parts=day_parts))
    assert "was fr: “Matin”, becomes fr: “Matinée”" in str(found)


def test_a_changed_rule_is_named(mechelen):
    rules = document_of(mechelen)["rules"]
    rules[0]["value"] = 9
    (found,) = differences(mechelen, changed(mechelen, rules=rules))
    assert found.keys == ("rules", "fl.ratio.group.alone")


@pytest.mark.parametrize("language", ["nl-be", "fr"])
def test_differences_are_in_the_readers_language(language, mechelen):
    turnhout = site_folder().versions("turnhout")[-1]
    with translation.override(language):
        words = " ".join(map(str, differences(mechelen, turnhout)))
    assert {"nl-be": "Voormiddag", "fr": "Matin"}[language] in words
