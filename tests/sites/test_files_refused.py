"""A bad file is refused with the path of the key, the value, what is allowed, and its line."""

import pytest
from django.utils import translation

from core.sites.files import SiteFileRefused
from tests.sites.folders import copied_folder, replaced

#: Old text, new text, path of the key, value, a part of what is allowed.
DEFECTS = {
    "a key that does not exist": (
        "capacity_per_day_part: 4",
        "capacity_per_daypart: 4",
        "care.capacity_per_daypart",
        4,
        "Did you mean “capacity_per_day_part”?",
    ),
    "text for a number": (
        "capacity_per_day_part: 4",
        'capacity_per_day_part: "4"',
        "care.capacity_per_day_part",
        "4",
        "a whole number",
    ),
    "a number out of range": (
        "capacity_per_day_part: 4",
        "capacity_per_day_part: -4",
        "care.capacity_per_day_part",
        -4,
        "0 or more",
    ),
    "yes for true": (
        "capacity_binding: false",
        "capacity_binding: yes",
        "care.capacity_binding",
        "yes",
        "true or false",
    ),
    "a number for true": (
        "capacity_binding: false",
        "capacity_binding: 1",
        "care.capacity_binding",
        1,
        "true or false",
    ),
    "an hour that is none": (
        'starts: "08:00"',
        'starts: "8 o\'clock"',
        "day_parts.morning.starts",
        "8 o'clock",
        "08:30",
    ),
    "an end before the start": (
        'ends: "12:00"',
        'ends: "07:00"',
        "day_parts.morning",
        None,
        "later than `starts`",
    ),
    "a weekday that is none": (
        "weekdays: [monday,",
        "weekdays: [mondag,",
        "day_parts.morning.weekdays[0]",
        "mondag",
        "Did you mean “monday”?",
    ),
    "a unit that is none": (
        "unit: episode",
        "unit: epsiode",
        "practice.referred.unit",
        "epsiode",
        "Did you mean “episode”?",
    ),
    "a unit the indicator cannot have": (
        "unit: episode",
        "unit: child",
        "practice.referred.unit",
        "child",
        "episode, family, parent",
    ),
    "an indicator that is none": (
        "  found_work:\n",
        "  found_jobs:\n",
        "practice.found_jobs",
        "found_jobs",
        "found_work",
    ),
    "a mapping without its reason": (
        "    mapping: narrower\n    note:",
        "    mapping: narrower\n    population_note:",
        "practice.referred",
        None,
        "says why",
    ),
    "work of an unknown kind": (
        "work_kinds: [regular, temporary]",
        "work_kinds: [regular, temporal]",
        "practice.found_work.at_work_means.work_kinds[1]",
        "temporal",
        "Did you mean “temporary”?",
    ),
    "care of an unknown form": (
        "forms: [occasional]",
        "forms: [ocasional]",
        "care.forms[0]",
        "ocasional",
        "Did you mean “occasional”?",
    ),
    "a date that does not exist": (
        "since: 2018-01-01",
        "since: 2018-02-30",
        "practice.referred.since",
        "2018-02-30",
        "2021-01-31",
    ),
    "a criterion on an unknown attribute": (
        "{attribute: registered_jobseeker,",
        "{attribute: registered_job_seeker,",
        "target_groups.job_seekers_with_a_small_child.criteria.all[2].attribute",
        "registered_job_seeker",
        "registered_jobseeker",
    ),
    "an attribute that is not recorded": (
        "    - registered_jobseeker\n",
        "",
        "target_groups.job_seekers_with_a_small_child.criteria",
        "registered_jobseeker",
        "records.attributes",
    ),
    "an attribute outside the vocabulary": (
        "    - income_band\n",
        "    - income_bands\n",
        "records.attributes[4]",
        "income_bands",
        "Did you mean “income_band”?",
    ),
    "a language that is none": (
        "enabled: [nl-BE, en]",
        "enabled: [nl-BE, de]",
        "languages.enabled[1]",
        "de",
        "nl-BE, nl-NL, fr, en",
    ),
    "a default that is not first": (
        "enabled: [nl-BE, en]",
        "enabled: [en, nl-BE]",
        "languages",
        None,
        "nl-BE",
    ),
    "a label without one of the languages": (
        "label: {en: Morning, nl: Voormiddag}",
        "label: {en: Morning}",
        "day_parts.morning.label",
        None,
        "nl-BE is missing",
    ),
    "a time zone that is none": (
        "country: BE-VLG\n",
        "country: BE-VLG\ntime_zone: Europe/Turnhout\n",
        "time_zone",
        "Europe/Turnhout",
        "Europe/Brussels",
    ),
    "a country that is none": ("country: BE-VLG", "country: BE", "country", "BE", "BE-VLG"),
    "another site's name": ("slug: turnhout", "slug: gent", "slug", "gent", "turnhout"),
    "an assumed path that names nothing": (
        "  - day_parts\n",
        "  - day_part\n",
        "assumed[3]",
        "day_part",
        "Did you mean “day_parts”?",
    ),
    "a value nobody answers for": (
        "  - day_parts\n",
        "",
        "day_parts.morning.starts",
        None,
        "add it to sources or assumed",
    ),
    "a path with two grounds": (
        "assumed:\n",
        "assumed:\n  - care.note\n",
        "sources[0].gives[5]",
        "care.note",
        "each path once",
    ),
    "a later start than the version": (
        "    valid_from: 2017-01-01\n    criteria:",
        "    valid_from: 2019-01-01\n    criteria:",
        "target_groups.job_seekers_with_a_small_child.valid_from",
        "2019-01-01",
        "2017-01-01",
    ),
    "a key twice": (
        "  default: nl-BE\n",
        "  default: nl-BE\n  default: en\n",
        "languages.default",
        "default",
        "each key once",
    ),
    "an alias": ("lau_version: 2020", "lau_version: *year", "", None, "aliases"),
    "a tag": ("lau_version: 2020", "lau_version: !!int 2020", "", None, "without a tag"),
    "no YAML": ("languages:\n", "languages: [\n", "", None, "not YAML"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_it_refuses(name, tmp_path):
    old, new, path, value, allowed = DEFECTS[name]
    folder = replaced(copied_folder(tmp_path), old, new)
    with translation.override("en-gb"), pytest.raises(SiteFileRefused) as refusal:
        folder.versions("turnhout")
    problems = {problem.path: problem for problem in refusal.value.problems}
    assert path in problems, refusal.value
    assert problems[path].value == value
    assert allowed in str(problems[path])
    assert problems[path].position.file == "site_configs/turnhout/site.yaml"


def test_the_line_is_the_line_of_the_value(tmp_path):
    folder = replaced(copied_folder(tmp_path), "unit: episode", "unit: epsiode")
    with pytest.raises(SiteFileRefused) as refusal:
        folder.versions("turnhout")
    position = refusal.value.problems[0].position
    lines = (folder.path / "turnhout" / "site.yaml").read_text().splitlines()
    assert lines[position.line - 1][position.column - 1 :] == "unit: epsiode"


def test_all_problems_are_told_at_once(tmp_path):
    folder = copied_folder(tmp_path)
    replaced(folder, "capacity_per_day_part: 4", "capacity_per_day_part: four")
    replaced(folder, "unit: episode", "unit: epsiode")
    replaced(folder, "  - day_parts\n", "  - day_part\n")
    with pytest.raises(SiteFileRefused) as refusal:
        folder.versions("turnhout")
    paths = {problem.path for problem in refusal.value.problems}
    assert {"care.capacity_per_day_part", "practice.referred.unit", "assumed[3]"} <= paths


def test_a_missing_key_is_told_at_its_parent(tmp_path):
    folder = copied_folder(tmp_path)
    replaced(folder, "  capacity_binding: false\n", "")
    with pytest.raises(SiteFileRefused) as refusal:
        folder.versions("turnhout")
    (problem,) = refusal.value.problems
    assert problem.path == "care.capacity_binding"
    assert "missing" in problem.allowed
    assert problem.position.line > 1


def test_an_error_in_a_layer_below_points_at_that_layer(tmp_path):
    folder = copied_folder(tmp_path)
    file = folder.path / "_countries" / "be-vlg" / "rules.yaml"
    text = file.read_text()
    file.write_text(text.replace("status: to_verify", "status: to_verfiy", 1))
    with pytest.raises(SiteFileRefused) as refusal:
        folder.versions("turnhout")
    (problem,) = refusal.value.problems
    assert problem.position.file == "site_configs/_countries/be-vlg/rules.yaml"
    assert file.read_text().splitlines()[problem.position.line - 1].strip().startswith("status:")
    assert problem.near == "to_verify"


def test_a_changed_meaning_without_a_named_break_is_refused(tmp_path):
    folder = copied_folder(tmp_path)
    (folder.path / "turnhout" / "since-2022-01-01.yaml").write_text(
        "valid_from: 2022-01-01\nassumed: [practice]\npractice:\n  referred: {unit: family}\n"
    )
    with pytest.raises(SiteFileRefused) as refusal:
        folder.versions("turnhout")
    (problem,) = refusal.value.problems
    assert problem.path == "practice.referred.breaks"
    assert "2022-01-01" in problem.allowed


def test_a_dated_file_must_begin_on_the_day_in_its_name(tmp_path):
    folder = copied_folder(tmp_path)
    (folder.path / "turnhout" / "since-2022-01-01.yaml").write_text(
        "valid_from: 2022-02-01\nassumed: [name]\nname: Turnhout\n"
    )
    with pytest.raises(SiteFileRefused, match="2022-01-01"):
        folder.versions("turnhout")


def test_two_rows_of_a_rule_for_the_same_day_are_refused(tmp_path):
    folder = copied_folder(tmp_path)
    file = folder.path / "_countries" / "be-vlg" / "rules.yaml"
    file.write_text(file.read_text().replace("valid_to: 2022-12-31", "valid_to: 2024-06-30", 1))
    with pytest.raises(SiteFileRefused, match="overlap"):
        folder.versions("turnhout")


def test_an_unknown_site_is_refused_with_the_known_ones(tmp_path):
    with pytest.raises(SiteFileRefused, match="mechelen"):
        copied_folder(tmp_path).versions("antwerpen")


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "only words", "\x00", "a: &x 1\nb: *x\n"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path, text):
    folder = copied_folder(tmp_path)
    (folder.path / "turnhout" / "site.yaml").write_text(text)
    with pytest.raises(SiteFileRefused):
        folder.versions("turnhout")
