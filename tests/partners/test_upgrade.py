"""Upgrades run over all partners, stop where they fail, and go on from there."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from core.partners.context import owner_context
from core.partners.provisioning import NewPartner, create_partner
from core.partners.template import migrate_schema
from core.partners.upgrade import UpgradeStopped, in_schema, upgrade_partners
from pace.running.rehearsal import pending_migration
from tests.partners.catalogues import settled

pytestmark = [pytest.mark.own_database, pytest.mark.identity("owner")]
SCHEMAS = ["t_be_mechelen", "t_be_gent", "t_nl_den_haag"]


def columns(schema):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = %s AND table_name = 'accounts_user'",
            [schema],
        )
        return {name for (name,) in cursor.fetchall()}


def test_with_nothing_to_do_nothing_changes():
    steps = []
    assert upgrade_partners(steps.append) == 0
    assert [(step.schema, step.changed) for step in steps] == [(s, False) for s in SCHEMAS]


def test_a_migration_reaches_every_partner():
    with pending_migration():
        assert upgrade_partners() == 3
    assert all("rehearsed" in columns(schema) for schema in SCHEMAS)


def test_the_outcome_equals_django_tenants_own():
    with pending_migration():
        upgrade_partners()
        with owner_context(), connection.cursor() as cursor:
            cursor.execute("CREATE SCHEMA t_zz_migrated")
            migrate_schema("t_zz_migrated")
        assert settled("t_be_gent") == settled("t_zz_migrated")


def test_it_stops_at_the_first_failure_and_names_the_partner():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE t_be_gent.accounts_user ADD COLUMN rehearsed int")
    with pending_migration(), pytest.raises(UpgradeStopped, match="t_be_gent"):
        upgrade_partners()
    assert "rehearsed" in columns("t_be_mechelen")
    assert "rehearsed" not in columns("t_nl_den_haag")


def test_it_goes_on_where_it_stopped():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE t_be_gent.accounts_user ADD COLUMN rehearsed int")
    with pending_migration():
        with pytest.raises(UpgradeStopped):
            upgrade_partners()
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE t_be_gent.accounts_user DROP COLUMN rehearsed")
        assert upgrade_partners() == 2


def test_a_migration_in_python_runs_in_each_schema():
    with pending_migration(python=True):
        assert upgrade_partners() == 3
    for schema in SCHEMAS:
        with in_schema(schema):
            applied = MigrationRecorder(connection).applied_migrations()
        assert ("accounts", "9999_rehearsal") in applied


def test_a_partner_made_later_needs_no_upgrade():
    turnhout = NewPartner("turnhout", "Turnhout", "BE-VLG", ("nl-be",), "Europe/Brussels")
    create_partner(turnhout, {"config": "turnhout"})
    assert upgrade_partners() == 0
