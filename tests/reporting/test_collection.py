"""From a site's approval to the shared layer: copied as the programme's role, and once."""

import pytest
from django.db import ProgrammingError, connection, transaction

from core.accounts.enums import Role
from core.indicators import collection
from core.indicators.models import (
    CollectedCell,
    CollectedConfiguration,
    CollectedSubmission,
    Receipt,
)
from core.partners.context import PROGRAMME, activate, owner_context
from core.partners.models import Partner
from tenants.reporting import services
from tenants.reporting.models import FaceCell, Submission
from tests.cast import staff_member
from tests.reporting.cast import day, guided, parent, referred
from tests.reporting.conftest import END, START

pytestmark = pytest.mark.own_database


def be(slug):
    """Go on as another partner, or as the programme."""
    if slug == "programme":
        return activate(PROGRAMME)
    with owner_context():
        partner = Partner.objects.get(slug=slug)
    return activate(partner)


@pytest.fixture
def approved(sent):
    """Mechelen's first half of 2020, committed; its number and how many face cells it has."""
    coordinator = staff_member("Carine Wouters", Role.COORDINATOR)
    for number in range(12):
        who = parent()
        referred(who, "2019-03-01")
        if number < 9:
            guided(who, "2019-03-12")
    made = services.approve_period(start=START, end=END, by=coordinator)
    return made.pk, FaceCell.objects.count(), coordinator


def test_it_copies_each_face_once(approved):
    number, faces, _by = approved
    be("programme")
    assert collection.collect_submission("mechelen", number)
    assert not collection.collect_submission("mechelen", number)
    assert CollectedSubmission.objects.get().partner_name == "Mechelen"
    assert CollectedCell.objects.count() == faces


def test_it_brings_the_published_configurations(approved):
    be("programme")
    collection.collect_submission("mechelen", approved[0])
    found = CollectedConfiguration.objects.get(partner_slug="mechelen", number=1)
    assert found.document["practice"]["referred"]["unit"] == "parent"


def test_a_withdrawal_is_taken_over(approved):
    number, _faces, by = approved
    be("programme")
    collection.collect_submission("mechelen", number)
    be("mechelen")
    submission = Submission.objects.get(pk=number)
    services.withdraw_approval(submission=submission, reason="Counted two twice.", by=by)
    be("programme")
    assert collection.collect_submission("mechelen", number)
    assert CollectedSubmission.objects.get().withdrawn_reason == "Counted two twice."


def test_what_is_outstanding_is_found_in_one_statement(approved, django_assert_num_queries):
    be("programme")
    with django_assert_num_queries(2):  # the partners, and the one statement over them
        found = collection.outstanding()
    assert collection.Outstanding("mechelen", approved[0]) in found


def test_collecting_what_is_outstanding_leaves_nothing(approved):
    be("programme")
    assert collection.collect_outstanding() >= 2
    assert collection.outstanding() == []
    assert collection.collect_outstanding() == 0


def test_one_partners_failure_stops_no_other(approved):
    with owner_context(), connection.cursor() as cursor:
        cursor.execute("REVOKE SELECT ON t_be_mechelen.reporting_facecell FROM pace_programme")
    be("programme")
    with pytest.raises(collection.CollectionFailed, match="mechelen"):
        collection.collect_outstanding()
    assert CollectedConfiguration.objects.filter(partner_slug="gent").exists()
    assert not CollectedSubmission.objects.exists()


def test_a_partner_or_submission_that_is_not_there_is_nothing_to_do():
    be("programme")
    assert not collection.collect_submission("nowhere", 1)
    assert not collection.collect_submission("mechelen", 999)


def test_a_site_sees_the_receipts_of_its_own_submissions_alone(approved):
    be("programme")
    collection.collect_submission("mechelen", approved[0])
    be("mechelen")
    assert [receipt.submission_id for receipt in Receipt.objects.all()] == [approved[0]]
    be("gent")
    assert not Receipt.objects.exists()


@pytest.mark.parametrize(
    "table",
    [
        "reporting_submissioncell",
        "reporting_signature",
        "families_family",
        "guidance_case",
        "childcare_attendance",
        "accounts_user",
        "audit_entry",
    ],
)
def test_the_programme_reads_nothing_else_of_a_partner(table):
    be("programme")
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM t_be_mechelen.{table}")


@pytest.mark.parametrize("table", ["reporting_submission", "reporting_facecell"])
def test_the_programme_reads_faces_and_changes_none(approved, table):
    be("programme")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM t_be_mechelen.{table}")
        assert cursor.fetchone()[0] > 0
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM t_be_mechelen.{table}")


def test_a_site_cannot_read_what_others_sent(approved):
    be("programme")
    collection.collect_submission("mechelen", approved[0])
    be("gent")
    with pytest.raises(ProgrammingError, match="permission denied"):
        CollectedCell.objects.count()


def test_no_name_of_a_person_is_in_what_the_programme_reads(approved):
    be("programme")
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(s)::text FROM t_be_mechelen.reporting_submission s")
        assert "Carine" not in cursor.fetchone()[0]


def test_a_period_is_collected_with_its_days(approved):
    be("programme")
    collection.collect_submission("mechelen", approved[0])
    found = CollectedSubmission.objects.of_period(day("2020-01-01"), day("2020-06-30"))
    assert found.standing().count() == 1
