"""A spare made ahead takes a name in milliseconds and is a site like any other."""

import os

import pytest
from django.db import DatabaseError, connection

from core.accounts.models import User
from core.partners.catalogue import existing_schemas
from core.partners.context import owner_context, partner_context
from core.partners.models import Partner
from core.partners.provisioning import NewPartner, create_partner, remove_partner
from core.partners.spares import make_ahead
from tests.partners.catalogues import settled

pytestmark = [pytest.mark.own_database, pytest.mark.identity("owner")]


@pytest.fixture
def newcomer(own_database):
    """A site that comes from a spare; its role is new to the server, and leaves it again."""
    spare = make_ahead()
    slug = f"newcomer-{os.getpid()}"
    partner = create_partner(
        NewPartner(slug, "Newcomer", "BE-VLG", ("nl-be",), "Europe/Brussels"), {"config": "gent"}
    )
    assert spare not in existing_schemas()
    yield partner
    remove_partner(partner)


def test_it_equals_a_site_from_the_script(newcomer):
    with owner_context():
        assert settled(newcomer.schema_name) == settled("t_be_gent")


def test_its_role_works_there_and_nowhere_else(newcomer):
    with partner_context(newcomer), connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_schema()")
        assert cursor.fetchone() == (newcomer.db_role, newcomer.schema_name)
        assert User.objects.count() == 0
        with pytest.raises(DatabaseError):
            cursor.execute("SELECT * FROM t_be_gent.accounts_user")


def test_one_spare_is_kept_not_two(own_database):
    spare = make_ahead()
    assert make_ahead() is None
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {spare} CASCADE")


def test_others_cannot_enter_it(newcomer):
    gent = Partner.objects.get(slug="gent")
    with partner_context(gent), connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute(f"SELECT * FROM {newcomer.schema_name}.accounts_user")
