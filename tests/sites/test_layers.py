"""Layers: platform, country, site; the later overrides, and every value knows its file."""

from datetime import date

from core.sites.enums import Layer
from core.sites.files import site_folder
from core.sites.files.layers import merge
from core.sites.files.reading import read_text
from tests.sites.folders import copied_folder

CORE = """
valid_from: 2017-01-01
sources: [{source: agreed, gives: [lists, practice]}]
assumed: [practice.referred.capture]
lists: {referrers: {self: {label: {en: Self}}, office: {label: {en: Office, fr: Bureau}}}}
practice: {referred: {unit: parent, capture: register}}
rules: [{id: a.one, value: 1}]
"""
SITE = """
valid_from: 2020-05-01
sources: [{source: slides, gives: [practice.*.unit]}]
assumed: [lists]
lists: {referrers: {office: {label: {en: VDAB}}}}
practice: {referred: {unit: family}}
rules: [{id: b.two, value: 2}]
"""


def merged():
    files = [(Layer.CORE, read_text(CORE, "core.yaml")), (Layer.SITE, read_text(SITE, "site.yaml"))]
    return merge(files)


def test_a_later_layer_overrides_value_by_value():
    values = merged().document.values
    assert values["practice"]["referred"] == {"unit": "family", "capture": "register"}
    assert list(values["lists"]["referrers"]) == ["self", "office"]


def test_a_text_in_several_languages_is_replaced_whole():
    label = merged().document.values["lists"]["referrers"]["office"]["label"]
    assert label == {"en": "VDAB"}


def test_rules_are_added_up_and_keep_their_layer():
    rules = merged().document.values["rules"]
    assert [(rule["id"], rule["layer"]) for rule in rules] == [("a.one", "core"), ("b.two", "site")]


def test_a_value_knows_its_layer_its_day_and_its_source():
    origins = merged().origins
    assert origins["practice", "referred", "unit"] == ("site", "2020-05-01", "slides")
    assert origins["practice", "referred", "capture"] == ("core", "2017-01-01", None)
    assert origins["lists", "referrers", "self", "label"] == ("core", "2017-01-01", "agreed")


def test_a_value_points_at_the_line_of_the_file_that_gave_it():
    position = merged().document.position(("practice", "referred", "unit"))
    assert (position.file, position.line) == ("site.yaml", 6)
    assert merged().document.position(("rules", 1, "value")).file == "site.yaml"


def test_merging_leaves_the_files_alone():
    core = (Layer.CORE, read_text(CORE, "core.yaml"))
    merge([core, (Layer.SITE, read_text(SITE, "site.yaml"))])
    assert core[1].values["practice"]["referred"]["unit"] == "parent"


def test_a_later_version_lies_over_the_earlier_one():
    first, last = (site_folder().versions("mechelen")[place] for place in (0, -1))
    assert first.organisation == "City of Mechelen, PACE"
    assert "38 VOLT" in last.organisation
    assert last.origin.of("organisation").since == date(2021, 1, 1)
    assert last.origin.of("place.latitude").since == date(2017, 1, 1)


def test_all_three_layers_meet_in_one_site():
    origin = site_folder().versions("mechelen")[-1].origin
    layers = {
        origin.of(path).layer
        for path in (
            "lists.referrers.self.label",
            "lists.referrers.employment_service.label",
            "lists.referrers.drop_in_team.label",
        )
    }
    assert layers == set(Layer)


def test_the_service_has_its_local_name():
    names = {
        slug: site_folder().versions(slug)[-1].lists.referrers[2].label
        for slug in ("mechelen", "wattrelos", "kent")
    }
    assert "VDAB" in names["mechelen"]["nl"]
    assert "France Travail" in names["wattrelos"]["fr"]
    assert names["kent"]["en"] == "Jobcentre Plus"


def test_a_folder_is_read_again_when_a_file_changes(tmp_path):
    folder = copied_folder(tmp_path)
    assert folder.versions("kent")[0].care.capacity_per_day_part == 10
    file = folder.path / "kent" / "site.yaml"
    file.write_text(
        file.read_text().replace("capacity_per_day_part: 10", "capacity_per_day_part: 101")
    )
    assert folder.versions("kent")[0].care.capacity_per_day_part == 101
