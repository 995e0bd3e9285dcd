"""The ten sites: each valid, in its languages, with what sources do not give marked."""

from datetime import date

import pytest

from core.sites.configuration import SiteConfiguration
from core.sites.enums import Indicator, Mapping
from core.sites.files import site_folder

LANGUAGES = {
    "mechelen": ["nl-be", "en-gb", "fr"],
    "gent": ["nl-be", "en-gb", "fr"],
    "turnhout": ["nl-be", "en-gb"],
    "den-haag": ["nl-nl", "en-gb"],
    "wattrelos": ["fr", "en-gb"],
    "arques": ["fr", "en-gb"],
    "saint-martin-boulogne": ["fr", "en-gb"],
    "brighton-hove": ["en-gb"],
    "kent": ["en-gb"],
    "the-education-people": ["en-gb"],
}
ZONES = {
    "BE-VLG": "Europe/Brussels",
    "NL": "Europe/Amsterdam",
    "FR": "Europe/Paris",
    "GB-ENG": "Europe/London",
}


def latest(slug: str) -> SiteConfiguration:
    return site_folder().versions(slug)[-1]


def test_there_are_the_ten_sites():
    assert site_folder().slugs() == sorted(LANGUAGES)


@pytest.mark.parametrize("slug", LANGUAGES)
def test_every_version_of_every_site_is_valid(slug):
    assert all(version.slug == slug for version in site_folder().versions(slug))


@pytest.mark.parametrize("slug", LANGUAGES)
def test_languages_and_time_zone_are_the_sites(slug):
    site = latest(slug)
    assert site.languages.enabled == LANGUAGES[slug]
    assert site.languages.default == LANGUAGES[slug][0]
    assert site.time_zone == ZONES[site.country]


@pytest.mark.parametrize("slug", LANGUAGES)
def test_every_indicator_has_a_practice(slug):
    assert list(latest(slug).practice) == Indicator.values


@pytest.mark.parametrize("slug", LANGUAGES)
def test_no_ending_is_a_success_by_itself(slug):
    assert not any(reason.counts_as_success for reason in latest(slug).lists.end_reasons)


@pytest.mark.parametrize("slug", LANGUAGES)
def test_the_day_parts_are_assumed_because_no_source_gives_them(slug):
    assert latest(slug).origin.of("day_parts.morning.starts").assumed


def test_fifteen_binds_in_mechelen_and_a_source_says_so():
    site = latest("mechelen")
    assert (site.care.capacity_per_day_part, site.care.capacity_binding) == (15, True)
    assert site.origin.of("care.capacity_per_day_part").source


def test_gent_has_fourteen_places():
    assert latest("gent").care.capacity_per_day_part == 14


def test_mechelens_target_group_changed_over_the_years():
    versions = site_folder().versions("mechelen")
    asked = [version.target_groups[0].criteria.attributes() for version in versions]
    assert asked[0] == ("residence_lau", "childcare_is_barrier")
    assert asked[-1] == ("residence_lau", "childcare_is_barrier", "willing_to_join")


@pytest.mark.parametrize("slug", ["gent", "turnhout"])
@pytest.mark.parametrize("code", Indicator.values)
def test_gent_and_turnhout_count_otherwise_than_mechelen_and_say_why(slug, code):
    here, there = latest(slug).practice[code], site_folder().versions("mechelen")[0].practice[code]
    meaning = ("unit", "kind", "capture", "counting", "population", "at_work_means", "mapping")
    assert any(getattr(here, name) != getattr(there, name) for name in meaning)
    assert here.mapping != Mapping.EXACT
    assert set(here.note) >= {"en", "nl", "fr"}


def test_children_of_another_project_are_counted_in_from_a_day_on():
    practice = latest("mechelen").practice["children_cared_for"]
    assert practice.projects_between(date(2021, 1, 1), date(2021, 12, 31))
    assert not practice.projects_between(date(2019, 1, 1), date(2020, 12, 31))
    assert practice.breaks_between(date(2020, 1, 1), date(2022, 12, 31))


def test_a_weekday_without_a_day_part_has_none():
    site = latest("mechelen")
    wednesday, sunday = date(2026, 11, 25), date(2026, 11, 22)
    assert [part.code for part in site.day_parts_on(wednesday)] == ["morning"]
    assert site.day_parts_on(sunday) == []


def test_ages_run_up_to_but_not_including_below():
    ages = latest("mechelen").care.ages_months
    assert (0 in ages, 35 in ages, 36 in ages) == (True, True, False)
