"""Spare sites made ahead: an empty schema with its role, waiting for a name.

Renaming a schema and a role takes milliseconds, whatever the number of tables; grants follow
the rename. A spare fits one state of the migrations, which stands in its comment; one that
no longer fits is removed when the next is made.
"""

from django.conf import settings
from django.db import connection, transaction

from core.partners.context import owner_context
from core.partners.naming import SPARE_PREFIX, role_of
from core.partners.schemas import make_schema, remove_schema, role_exists, run
from core.partners.template import migration_state, site_script


def take(schema: str) -> bool:
    """Give a fitting spare the name `schema`; False when there is none to take.

    Runs inside the owner's transaction that makes the partner.
    """
    role = role_of(schema)
    spare = _fitting()
    if spare is None or role_exists(role):
        return False
    run(
        [
            f"ALTER SCHEMA {spare} RENAME TO {schema}",
            f"COMMENT ON SCHEMA {schema} IS NULL",
            f"ALTER ROLE {role_of(spare)} RENAME TO {role}",
            f"ALTER ROLE {role} SET search_path = {schema}, public",
        ]
    )
    if settings.PACE_DATABASE_SECRET:
        run([f"ALTER ROLE {role} PASSWORD '{connection.password_of(role)}'"])
    return True


def make_ahead() -> str | None:
    """Have one fitting spare; returns its schema, or None when there was one already."""
    with owner_context():
        state = migration_state()
        fitting = [spare for spare, known in _all().items() if known == state]
        if fitting:
            return None
        for unfit in _all():
            with transaction.atomic():
                remove_schema(unfit, role_of(unfit))
        schema = _free_name()
        script = site_script(schema)
        with transaction.atomic():
            make_schema(schema, script)
            run([f"COMMENT ON SCHEMA {schema} IS '{state}'"])
    return schema


def _fitting() -> str | None:
    state = migration_state()
    with connection.cursor() as cursor:
        # One site is made at a time: two must not take the same spare.
        cursor.execute("LOCK TABLE partners_partner IN SHARE ROW EXCLUSIVE MODE")
    return next((spare for spare, known in _all().items() if known == state), None)


def _all() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nspname, coalesce(obj_description(oid, 'pg_namespace'), '') "
            "FROM pg_namespace WHERE starts_with(nspname, %s) ORDER BY nspname",
            [SPARE_PREFIX],
        )
        return dict(cursor.fetchall())


def _free_name() -> str:
    number = 1
    while role_exists(role_of(f"{SPARE_PREFIX}{number}")):
        number += 1
    return f"{SPARE_PREFIX}{number}"
