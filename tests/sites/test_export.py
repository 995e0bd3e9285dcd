"""What is exported reads back as the same configuration, whatever it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from core.sites.configuration import SiteConfiguration
from core.sites.documents import checksum_of, document_of
from core.sites.files import SiteFileRefused, site_folder
from core.sites.files.reading import read_text
from core.sites.files.writing import yaml_of

SLUGS = site_folder().slugs()
TEXT = some.text(min_size=1, max_size=40).map(str.strip).filter(bool)
NUMBERS = some.integers() | some.floats(allow_nan=False, allow_infinity=False)
JSON = some.recursive(
    some.none() | some.booleans() | NUMBERS | some.text(max_size=20),
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.dictionaries(some.text(min_size=1, max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


def read_back(configuration: SiteConfiguration) -> SiteConfiguration:
    document = read_text(yaml_of(configuration), "exported.yaml")
    return site_folder().complete(configuration.slug, document)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_version_of_every_site_reads_back(slug):
    for version in site_folder().versions(slug):
        assert read_back(version) == version


@settings(max_examples=25, deadline=None)
@given(slug=some.sampled_from(SLUGS), data=some.data())
def test_whatever_a_site_says_reads_back(slug, data):
    document = document_of(site_folder().versions(slug)[-1])
    document["organisation"] = data.draw(TEXT)
    document["care"]["capacity_per_day_part"] = data.draw(some.integers(0, 200))
    document["practice"]["at_work"]["missing_share"] = data.draw(some.floats(0, 1))
    document["day_parts"][0]["label"] = dict.fromkeys(("en", "nl", "fr"), data.draw(TEXT))
    if document["rules"]:
        document["rules"][0]["value"] = data.draw(JSON)
    configuration = SiteConfiguration.model_validate(document)
    assert read_back(configuration) == configuration


@pytest.mark.parametrize("slug", SLUGS)
def test_the_database_form_reads_back_and_has_one_checksum(slug):
    version = site_folder().versions(slug)[-1]
    document = document_of(version)
    again = SiteConfiguration.model_validate(document)
    assert again == version
    assert checksum_of(document_of(again)) == checksum_of(document)


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("  - care.note\n", "", "say where it comes from"),
        ("  - care.note\n", "  - care.note\n  - care.nothing\n", "a path of a value"),
    ],
)
def test_an_edited_export_must_still_say_where_everything_comes_from(old, new, allowed):
    text = yaml_of(site_folder().versions("mechelen")[-1])
    assert old in text
    document = read_text(text.replace(old, new), "edited.yaml")
    with pytest.raises(SiteFileRefused, match=allowed):
        site_folder().complete("mechelen", document)
