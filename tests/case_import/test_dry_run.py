"""A dry run tells exactly what the import then makes, and makes nothing."""

from core.audit.models import Entry
from tenants.families.case_import.service import import_cases
from tenants.families.models import Family
from tests.case_import.files import EVERYTHING, GUIDANCE, csv_file
from tests.case_import.test_import_cases import MODELS


def told(coordinator, rows, *, dry_run):
    return import_cases(file=csv_file(rows), name="cases.csv", by=coordinator, dry_run=dry_run)


def test_it_writes_nothing(coordinator):
    before = Entry.objects.count()
    outcome = told(coordinator, EVERYTHING, dry_run=True)
    assert outcome.can_be_written and not outcome.written
    assert not Family.objects.exists() and Entry.objects.count() == before


def test_it_tells_what_is_then_made(coordinator):
    dry = told(coordinator, EVERYTHING, dry_run=True)
    wet = told(coordinator, EVERYTHING, dry_run=False)
    assert dry.counts == wet.counts
    made = sum(model.objects.count() for model in MODELS)
    assert made == sum(tally.new for tally in dry.counts.values())


def test_it_tells_what_will_be_ended(coordinator):
    told(coordinator, EVERYTHING, dry_run=False)
    rows = [GUIDANCE | {"until": "2019-12-02", "outcome": "moved"}]
    assert told(coordinator, rows, dry_run=True).counts["guidance"].ended == 1
