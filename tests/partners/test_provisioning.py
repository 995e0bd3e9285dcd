"""A new site comes from the template's script: ready, closed to others, equal to a migrated one."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection

from core.accounts.models import User
from core.partners.catalogue import existing_schemas
from core.partners.context import owner_context, partner_context
from core.partners.models import Partner
from core.partners.provisioning import NewPartner, create_partner, remove_partner
from core.partners.template import migrate_schema
from tests.partners.catalogues import settled

pytestmark = [pytest.mark.own_database, pytest.mark.identity("owner")]
TURNHOUT = NewPartner("turnhout", "Turnhout", "BE-VLG", ("nl-be", "en-gb"), "Europe/Brussels")


def test_a_new_site_equals_a_migrated_one_in_the_catalogue():
    create_partner(TURNHOUT, {"config": "turnhout"})
    with owner_context(), connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA t_zz_migrated")
        migrate_schema("t_zz_migrated")
        assert settled("t_be_turnhout") == settled("t_zz_migrated")


def test_the_comparison_sees_a_difference():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE t_be_gent.accounts_user ADD CHECK (email <> 'x')")
        assert settled("t_be_gent") != settled("t_be_mechelen")


def test_a_new_site_remembers_the_same_migrations():
    create_partner(TURNHOUT, {"config": "turnhout"})
    with owner_context(), connection.cursor() as cursor:
        recorded = []
        for schema in ("t_be_turnhout", "t_be_gent"):
            cursor.execute(f"SELECT app, name FROM {schema}.django_migrations ORDER BY 1, 2")
            recorded.append(cursor.fetchall())
    assert recorded[0] == recorded[1]


def test_it_has_its_first_administrator():
    partner = create_partner(TURNHOUT, {"config": "turnhout", "administrator": "a@site.example"})
    with partner_context(partner):
        assert User.objects.get().email == "a@site.example"


def test_a_taken_name_is_refused_and_nothing_is_left():
    with pytest.raises(ValidationError, match="already a site"):
        create_partner(NewPartner("gent", "Gent", "BE-VLG", ("nl-be",), "Europe/Brussels"))
    assert Partner.objects.filter(slug="gent").count() == 1


@pytest.mark.parametrize("slug", ["Gent", "a b", "programme", "x", "gent'; DROP SCHEMA public"])
def test_a_name_that_cannot_be_a_host_is_refused(slug):
    with pytest.raises(ValidationError):
        create_partner(NewPartner(slug, "X", "BE-VLG", ("nl-be",), "Europe/Brussels"))


def test_a_failing_step_leaves_nothing_behind():
    with pytest.raises(ValidationError):
        create_partner(TURNHOUT, {"config": "turnhout", "administrator": "not an address"})
    assert not Partner.objects.filter(slug="turnhout").exists()
    assert "t_be_turnhout" not in existing_schemas()


def test_a_removed_site_is_gone_and_its_role_can_do_nothing():
    partner = create_partner(TURNHOUT, {"config": "turnhout"})
    remove_partner(partner)
    assert "t_be_turnhout" not in existing_schemas()


def test_a_partners_role_cannot_change_its_own_tables_or_the_record_of_migrations():
    with partner_context(Partner.objects.get(slug="gent")), connection.cursor() as cursor:
        for statement in (
            "CREATE TABLE planted (id int)",
            "ALTER TABLE accounts_user ADD COLUMN planted int",
            "DELETE FROM django_migrations",
            "UPDATE audit_entry SET actor = 'nobody'",
            "CREATE TEMP TABLE planted (id int)",
        ):
            with pytest.raises(DatabaseError):
                cursor.execute(statement)
