"""`manage.py site`: what an operator sees, and that a bad file changes nothing."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core.partners import directory
from core.partners.context import activated
from core.sites.files import site_folder
from core.sites.files.reading import read_text
from core.sites.files.writing import yaml_of
from core.sites.models import ConfigurationVersion
from core.sites.selectors import configuration_on
from tests.sites.folders import copied_folder, replaced


def site(*arguments: str) -> str:
    out = StringIO()
    call_command("site", *arguments, stdout=out)
    return out.getvalue()


def test_check_names_every_site():
    lines = site("check").splitlines()
    assert len(lines) == 10
    assert all(" ok " in line for line in lines)


def test_check_fails_with_path_value_and_line(tmp_path, settings):
    folder = replaced(copied_folder(tmp_path), "unit: episode", "unit: epsiode")
    settings.SITE_CONFIGS = folder.path
    with pytest.raises(CommandError) as refusal:
        site("check", "turnhout", "gent")
    assert "turnhout/site.yaml:" in str(refusal.value)
    assert "practice.referred.unit = “epsiode”" in str(refusal.value)
    assert refusal.value.returncode == 1


def test_diff_of_two_sites_is_in_words():
    assert "was 15, becomes 14" in site("diff", "mechelen", "gent")


def test_diff_needs_something_to_compare_with():
    with pytest.raises(CommandError, match="another site"):
        site("diff", "mechelen")


def test_export_writes_what_reads_back():
    assert site("export", "arques") == yaml_of(site_folder().versions("arques")[-1])


def test_export_of_a_day_writes_what_held_then():
    assert site("export", "mechelen", "--on", "2018-01-01") == yaml_of(
        site_folder().versions("mechelen")[0]
    )


@pytest.mark.own_database
class TestOnTheDatabase:
    def test_files_and_database_do_not_differ_after_seeding(self):
        assert site("diff", "mechelen", "--against-database") == "No differences.\n"

    def test_export_from_the_database_reads_back_as_the_files(self):
        exported = read_text(site("export", "mechelen", "--from-database"), "exported.yaml")
        files = site_folder().versions("mechelen")[-1]
        assert site_folder().complete("mechelen", exported) == files

    def test_an_edited_export_is_imported_as_a_new_version(self, tmp_path):
        file = tmp_path / "mechelen.yaml"
        text = site("export", "mechelen", "--from-database")
        file.write_text(text.replace("capacity_per_day_part: 15", "capacity_per_day_part: 12"))
        said = bring(file, "2027-01-01")
        assert said == "mechelen: version 4 holds from 2027-01-01.\n"
        with activated(directory.find_slug("mechelen")):
            version = configuration_on(date(2027, 1, 1))
            assert version.configuration.care.capacity_per_day_part == 12
            assert configuration_on(date(2026, 12, 31)).number == 3

    def test_a_bad_file_is_refused_and_nothing_is_written(self, tmp_path):
        file = tmp_path / "mechelen.yaml"
        text = site("export", "mechelen", "--from-database")
        file.write_text(text.replace("capacity_per_day_part: 15", "capacity_per_day_part: many"))
        with pytest.raises(CommandError, match=r"mechelen\.yaml:\d+:\d+: care\.capacity"):
            bring(file, "2027-01-01")
        assert number_of_versions() == 3

    def test_a_file_of_another_site_is_refused(self, tmp_path):
        file = tmp_path / "gent.yaml"
        file.write_text(site("export", "gent"))
        with pytest.raises(CommandError, match="mechelen"):
            bring(file, "2027-01-01")
        assert number_of_versions() == 3

    def test_a_reason_of_spaces_is_refused(self, tmp_path):
        file = tmp_path / "mechelen.yaml"
        file.write_text(site("export", "mechelen"))
        with pytest.raises(CommandError, match="why"):
            bring(file, "2027-01-01", reason=" ")
        assert number_of_versions() == 3

    def test_new_languages_reach_the_hosts(self, tmp_path):
        file = tmp_path / "mechelen.yaml"
        text = site("export", "mechelen").replace(
            "  - nl-BE\n  - en\n  - fr\n", "  - nl-BE\n  - en\n"
        )
        file.write_text(text)
        bring(file, "2027-01-01")
        assert directory.find_slug("mechelen").languages == ("nl-be", "en-gb")


def bring(file, day: str, reason: str = "The council decided so") -> str:
    return site("import", "mechelen", "--file", str(file), "--valid-from", day, "--reason", reason)


def number_of_versions() -> int:
    with activated(directory.find_slug("mechelen")):
        return ConfigurationVersion.objects.count()
