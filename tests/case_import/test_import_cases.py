"""Importing a file of cases: what is written, and that it comes as a whole."""

from datetime import date

from core.audit.models import Entry
from tenants.childcare.models import Attendance
from tenants.families.case_import.service import import_cases
from tenants.families.models import Decision, Family, Guardian, Referral
from tenants.guidance.models import Case, Contact, WorkSpell
from tenants.learning.models import TrainingParticipation, Volunteering
from tests.case_import.files import ADMISSION, EVENTS, EVERYTHING, PEOPLE, csv_file


def test_it_writes_every_kind_of_record(coordinator):
    outcome = import_cases(file=csv_file(EVERYTHING), name="cases.csv", by=coordinator)
    assert (outcome.problems, outcome.written, outcome.rows) == ([], True, len(EVERYTHING))
    assert {code: tally.new for code, tally in outcome.counts.items()} == dict.fromkeys(
        (row["record"] for row in EVERYTHING), 1
    )
    models = (Family, Guardian, Referral, Decision, Case, Contact, WorkSpell, Attendance)
    for model in (*models, TrainingParticipation, Volunteering):
        assert model.objects.count() == 1
