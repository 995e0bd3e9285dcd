"""The script that makes a new site.

Replaying every migration for each new site takes seconds; the outcome is always the same.
So an empty template schema is migrated once, written out by pg_dump, and kept as a script
per state of the migrations. A new site is that script under another name.
"""

import hashlib
from functools import cache
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from core.partners.catalogue import dump, existing_schemas
from core.partners.context import owner_context
from core.partners.models import SchemaTemplate
from core.partners.naming import TEMPLATE_SCHEMA


@cache
def migration_state() -> str:
    """A digest of every migration's file: it changes exactly when the template must."""
    digest = hashlib.sha256()
    loader = MigrationLoader(None, ignore_no_migrations=True)
    for label, name in sorted(loader.disk_migrations):
        folder = Path(apps.get_app_config(label).path) / "migrations"
        digest.update(f"{label}.{name}".encode())
        path = folder / f"{name}.py"
        if path.exists():
            digest.update(path.read_bytes())
    return digest.hexdigest()


def site_script(schema: str) -> str:
    """Return the SQL that makes `schema` complete, from the template of this release."""
    return current_template().replace(TEMPLATE_SCHEMA, schema)


def current_template() -> str:
    """Return the template script of the present migrations, making it when it is missing."""
    state = migration_state()
    kept = SchemaTemplate.objects.filter(state=state).values_list("script", flat=True).first()
    if kept is not None:
        return kept
    with owner_context():
        script = _make_template()
        SchemaTemplate.objects.exclude(state=state).delete()
        SchemaTemplate.objects.update_or_create(state=state, defaults={"script": script})
    return script


def _make_template() -> str:
    with connection.cursor() as cursor:
        if TEMPLATE_SCHEMA in existing_schemas():
            cursor.execute(f"DROP SCHEMA {TEMPLATE_SCHEMA} CASCADE")
        cursor.execute(f"CREATE SCHEMA {TEMPLATE_SCHEMA}")
    migrate_schema(TEMPLATE_SCHEMA)
    script = dump(TEMPLATE_SCHEMA, "--inserts", "--rows-per-insert=500")
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {TEMPLATE_SCHEMA} CASCADE")
    return script


def migrate_schema(schema: str) -> None:
    """Replay all migrations in one schema, the slow way, as django-tenants does it."""
    call_command("migrate_schemas", schema_name=schema, interactive=False, verbosity=0)
