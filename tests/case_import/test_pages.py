"""The import on the screen, from the template to what was made; for coordinators alone."""

import io
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from core.audit.models import Entry
from tenants.families.case_import import jobs
from tenants.families.case_import.columns import CODES
from tenants.families.models import Family, ImportJob, ImportState
from tests.case_import.files import EVERYTHING, FAMILY, GUIDANCE

pytestmark = pytest.mark.django_db
PAGE = "/families/import/"


@pytest.fixture
def page(site_client, coordinator):
    """The site's host, signed in as its coordinator, who reads English."""
    coordinator.language = "en-gb"
    coordinator.save()
    site_client.force_login(coordinator)
    return site_client


@pytest.fixture
def hand_in(page, upload):
    """Hand a file in; returns the page of its job."""

    def hand_in(rows=EVERYTHING):
        answer = page.post(PAGE, {"file": upload(rows)}, follow=True)
        assert answer.status_code == 200
        return answer

    return hand_in


def test_a_short_file_is_checked_at_once(hand_in):
    answer = hand_in()
    assert b"The file is sound" in answer.content
    assert b"Import now" in answer.content
    assert not Family.objects.exists()


def test_a_yes_imports_it(hand_in, page):
    job = hand_in().context["job"]
    answer = page.post(f"{PAGE}{job.pk}/import/", follow=True)
    assert b"each record stands in the access log" in answer.content
    assert Family.objects.count() == 1


def test_errors_stand_with_row_and_column(hand_in):
    answer = hand_in([FAMILY, FAMILY | {"reference": "G2", "email": "no address"}])
    text = answer.content.decode()
    assert "1 error in the file" in text
    assert "no address" in text and "email" in text
    assert "Import now" not in text


def test_what_differs_is_shown_and_not_changed(hand_in, page):
    job = hand_in().context["job"]
    page.post(f"{PAGE}{job.pk}/import/")
    text = hand_in([GUIDANCE | {"on": "2018-09-21"}]).content.decode()
    assert "2018-09-20" in text and "2018-09-21" in text
    assert "1 row says something else than your site" in text


def test_put_aside(hand_in, page):
    job = hand_in().context["job"]
    answer = page.post(f"{PAGE}{job.pk}/put-aside/", follow=True)
    assert b"Put aside" in answer.content
    assert ImportJob.objects.get().state == ImportState.DISCARDED


def test_a_long_file_is_left_to_a_worker_and_shows_its_progress(page, upload, monkeypatch):
    sent = []
    monkeypatch.setattr("tenants.families.web.imports.send", lambda task, pk: sent.append(pk))
    monkeypatch.setattr(jobs, "BYTES_AT_ONCE", {})
    answer = page.post(PAGE, {"file": upload()}, follow=True)
    job = ImportJob.objects.get()
    assert sent == [job.pk]
    assert f"{PAGE}{job.pk}/progress/" in answer.content.decode()
    assert b"<progress" in answer.content


def test_progress_is_answered_until_it_is_over(page, upload, monkeypatch):
    monkeypatch.setattr("tenants.families.web.imports.send", lambda task, pk: None)
    monkeypatch.setattr(jobs, "BYTES_AT_ONCE", {})
    page.post(PAGE, {"file": upload()})
    job = ImportJob.objects.get()
    ImportJob.objects.update(percent=42)
    assert b"42" in page.get(f"{PAGE}{job.pk}/progress/").content
    jobs.work_on(job.pk)
    assert page.get(f"{PAGE}{job.pk}/progress/")["HX-Refresh"] == "true"


def test_a_job_that_nobody_works_on_can_be_tried_again(hand_in, page):
    job = hand_in().context["job"]
    long_ago = timezone.now() - jobs.LONGEST_WORK * 2
    ImportJob.objects.update(state=ImportState.WRITING, claimed_at=long_ago)
    assert b"Nobody is working on this file" in page.get(f"{PAGE}{job.pk}/").content
    page.post(f"{PAGE}{job.pk}/import/")
    assert ImportJob.objects.get().state == ImportState.DONE


def test_no_file_and_a_wrong_file_are_explained_in_the_form(page, upload):
    assert b"Choose a file" in page.post(PAGE, {}).content
    assert b".xlsx" in page.post(PAGE, {"file": upload(name="cases.pdf")}).content


def test_looking_at_an_import_stands_in_the_access_log(hand_in, page):
    job = hand_in().context["job"]
    before = Entry.objects.filter(object_type="families.importjob").count()
    page.get(f"{PAGE}{job.pk}/")
    assert Entry.objects.filter(object_type="families.importjob").count() == before + 1


def test_the_template_as_a_spreadsheet_has_a_guide_in_the_readers_language(page, coordinator):
    coordinator.language = "nl-be"
    coordinator.save()
    book = load_workbook(io.BytesIO(page.get(f"{PAGE}template.xlsx").content))
    assert [cell.value for cell in book["cases"][1]] == list(CODES)
    codes = " ".join(str(row[4]) for row in book["guide"].iter_rows(values_only=True))
    assert "employment_service = VDAB" in codes and "morning = Voormiddag" in codes


def test_the_template_as_csv_has_the_same_headings(page):
    text = page.get(f"{PAGE}template.csv").content.decode("utf-8-sig")
    assert text.strip().split(",") == list(CODES)


def test_an_empty_template_is_read_without_errors(page, upload):
    content = page.get(f"{PAGE}template.xlsx").content
    file = io.BytesIO(content)
    file.name = "template.xlsx"
    answer = page.post(PAGE, {"file": file}, follow=True)
    assert ImportJob.objects.get().state == ImportState.NOTHING_NEW
    assert answer.status_code == 200


def test_the_guide_names_every_record(page):
    text = page.get(f"{PAGE}guide/").content.decode()
    assert all(row["record"] in text for row in EVERYTHING)


PLACES = [
    ("get", PAGE),
    ("post", PAGE),
    ("get", f"{PAGE}guide/"),
    ("get", f"{PAGE}template.xlsx"),
    ("get", f"{PAGE}template.csv"),
    ("get", f"{PAGE}1/"),
    ("get", f"{PAGE}1/progress/"),
    ("post", f"{PAGE}1/import/"),
    ("post", f"{PAGE}1/put-aside/"),
]


@pytest.mark.parametrize(("verb", "place"), PLACES)
@pytest.mark.parametrize(
    "who", ["coach", "childcare_worker", "team_coach", "administrator", "stranger"]
)
def test_others_are_turned_away(request, site_client, verb, place, who):
    site_client.force_login(request.getfixturevalue(who))
    assert getattr(site_client, verb)(place).status_code == 403


@pytest.mark.parametrize(("verb", "place"), PLACES)
def test_who_is_not_signed_in_is_asked_to(db, site_client, verb, place):
    answer = getattr(site_client, verb)(place)
    assert answer.status_code == 302
    assert "import" not in urlsplit(answer["Location"]).path


@pytest.mark.parametrize("place", [place for verb, place in PLACES if verb == "post"][1:])
def test_nothing_is_done_by_looking(page, place):
    assert page.get(place).status_code == 405


def test_an_unknown_import_is_not_found(page):
    assert page.get(f"{PAGE}999/").status_code == 404
    assert page.get(f"{PAGE}template.pdf").status_code == 404
