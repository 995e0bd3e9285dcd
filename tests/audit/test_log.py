"""Writing to the access log, and that it only grows."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from core.audit.enums import EntryKind
from core.audit.models import Entry
from core.audit.selectors import entries_of_family
from core.audit.services import VIEWED, record, record_view

pytestmark = pytest.mark.django_db


def referral(by, **more):
    given = {"action": "families.referral_registered", "object_type": "families.referral"}
    return record(by=by, object_id=7, **(given | more))


def test_it_keeps_who_did_what(coach):
    entry = referral(coach, summary="By the welfare office", details={"since": 1})
    assert (entry.kind, entry.actor_id, entry.actor) == (EntryKind.WRITE, coach.pk, coach.name)
    assert (entry.object_type, entry.object_id) == ("families.referral", "7")


def test_it_signs_for_the_platform_itself():
    entry = referral(None)
    assert (entry.actor_id, entry.actor) == (None, "system")


def test_it_keeps_who_read_what(coach):
    entry = record_view(by=coach, object_type="families.family", object_id=3, family_id=3)
    assert (entry.kind, entry.action, entry.family_id) == (EntryKind.READ, VIEWED, 3)


def test_an_entry_keeps_the_name_of_its_day(coach):
    entry = referral(coach)
    coach.name = "Somebody Else"
    coach.save()
    entry.refresh_from_db()
    assert entry.actor == "An Peeters"


def test_it_finds_what_happened_to_a_family_newest_first(coach):
    entries = [referral(coach, family_id=3) for _ in range(3)]
    referral(coach, family_id=4)
    assert list(entries_of_family(3)) == entries[::-1]


@pytest.mark.parametrize(
    "change",
    [
        lambda: Entry.objects.update(summary="It was somebody else"),
        lambda: Entry.objects.all().delete(),
        lambda: _execute("TRUNCATE audit_entry"),
        lambda: _execute("DELETE FROM audit_entry WHERE false"),
        lambda: _execute("DROP TRIGGER audit_entry_append_only ON audit_entry"),
        lambda: _execute("ALTER TABLE audit_entry DISABLE TRIGGER ALL"),
    ],
)
def test_the_partner_itself_can_not_change_its_log(coach, change):
    entry = referral(coach, summary="As it was")
    with pytest.raises(DatabaseError), transaction.atomic():
        change()
    assert Entry.objects.get(pk=entry.pk).summary == "As it was"


@pytest.mark.identity("owner")
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET actor = 'x'", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_the_trigger_refuses_even_the_tables_owner(statement):
    referral(None)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        _execute(statement.format("audit_entry"))


@pytest.mark.identity("owner")
def test_a_partners_trigger_calls_its_own_schemas_function():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relnamespace::regnamespace::text, p.pronamespace::regnamespace::text"
            " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgname = 'audit_entry_append_only'"
        )
        pairs = cursor.fetchall()
    assert len(pairs) >= 4
    assert all(table == function for table, function in pairs)


def test_an_unknown_kind_is_refused_by_the_database(coach):
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(
            kind="peek", actor="x", action="a", object_type="families.family", object_id="1"
        )


def _execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
