"""`manage.py import_cases`: the same import for the operator."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from openpyxl import load_workbook

from tenants.families.models import Family
from tests.case_import.files import EVERYTHING, FAMILY, csv_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(coordinator, tmp_path):
    """Run the command on rows for Mechelen; returns what it says."""

    def run(rows=EVERYTHING, *options, by=coordinator.email):
        path = tmp_path / "cases.csv"
        path.write_bytes(csv_file(rows).getvalue())
        said = io.StringIO()
        arguments = [str(path), "--partner", "mechelen", "--language", "en-gb", "--by", by]
        call_command("import_cases", *arguments, *options, stdout=said, stderr=io.StringIO())
        return said.getvalue()

    return run


def test_it_writes_and_counts(run):
    said = run()
    assert "Written." in said and "attendance" in said
    assert Family.objects.count() == 1


def test_a_dry_run_writes_nothing(run):
    assert "Nothing was written." in run(EVERYTHING, "--dry-run")
    assert not Family.objects.exists()


def test_the_same_again_is_nothing_new(run):
    run()
    assert "Nothing new." in run()


def test_errors_are_printed_and_the_command_fails(run, capsys):
    with pytest.raises(CommandError, match="1 problems; nothing was written"):
        run([FAMILY | {"email": "no address"}])
    assert not Family.objects.exists()


def test_what_differs_is_told(run):
    run()
    assert "the file says “Wouters”, the site has “Smets”" in run(
        [FAMILY | {"last_name": "Wouters"}]
    )


def test_only_a_coordinator(run, coach):
    with pytest.raises(CommandError):
        run(by=coach.email)
    with pytest.raises(CommandError, match="Name a coordinator"):
        run(by="nobody@site.example")
    assert not Family.objects.exists()


def test_an_unknown_site_and_a_missing_file_are_named(coordinator, tmp_path):
    with pytest.raises(CommandError, match="Name a site"):
        call_command("import_cases", "x.csv", "--partner", "atlantis")
    with pytest.raises(CommandError, match="Name a file"):
        call_command("import_cases", str(tmp_path / "none.csv"), "--partner", "mechelen")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_template(db, tmp_path, ending):
    path = tmp_path / f"template.{ending}"
    call_command(
        "import_cases", "--template", str(path), "--partner", "mechelen", stdout=io.StringIO()
    )
    if ending == "xlsx":
        assert load_workbook(path).sheetnames == ["cases", "guide"]
    else:
        assert path.read_bytes().startswith(b"\xef\xbb\xbfrecord,reference,")
