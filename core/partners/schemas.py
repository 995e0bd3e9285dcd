"""Make a schema from a script, give its role what it may touch, and take both away again."""

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from core.partners import grants
from core.partners.catalogue import tables_in
from core.partners.naming import PUBLIC_SCHEMA, role_of


def make_schema(schema: str, script: str) -> None:
    """Run the template's script and grant. Must run as the owner."""
    with connection.cursor() as cursor:
        cursor.execute(script)
        # pg_dump empties the search path at the top of its script; now it is ours again.
        cursor.execute(f"SET search_path = {PUBLIC_SCHEMA}")
    grant(schema)


def grant(schema: str) -> None:
    """Make the schema's role and give it, and the programme, what they may touch."""
    statements = grants.role_statements(schema, database_name(), _password(schema))
    tables, shared = tables_in(schema), tables_in(PUBLIC_SCHEMA)
    run(statements + grants.schema_statements(schema, tables, shared))


def grant_shared() -> None:
    """Give router, programme and public reader their part of the shared layer."""
    run(grants.shared_statements(tables_in(PUBLIC_SCHEMA)))


def run(statements: list[str]) -> None:
    """Send many statements in one round trip."""
    with connection.cursor() as cursor:
        cursor.execute(";\n".join(statements))


def remove_schema(schema: str, role: str) -> None:
    """Drop a schema and all its role may do; the role too, unless another database knows it."""
    run(
        [
            f"DROP SCHEMA IF EXISTS {schema} CASCADE",
            f"REVOKE ALL ON ALL TABLES IN SCHEMA {PUBLIC_SCHEMA} FROM {role}",
            f"REVOKE ALL ON SCHEMA {PUBLIC_SCHEMA} FROM {role}",
            f"REVOKE CONNECT ON DATABASE {database_name()} FROM {role}",
        ]
    )
    try:
        with transaction.atomic():
            run([f"DROP ROLE {role}"])
    except DatabaseError:
        return


def role_exists(role: str) -> bool:
    """Whether the server knows a role; roles belong to all its databases."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None


def database_name() -> str:
    """The name of the database in use."""
    return connection.settings_dict["NAME"]


def _password(schema: str) -> str | None:
    secret = settings.PACE_DATABASE_SECRET
    return connection.password_of(role_of(schema)) if secret else None
