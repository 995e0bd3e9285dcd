"""Questions to PostgreSQL's catalogue, and scripts from pg_dump."""

import subprocess

from django.conf import settings
from django.db import connection


class CatalogueUnreadable(RuntimeError):
    """pg_dump could not read a schema; the message is pg_dump's own."""


def tables_in(schema: str) -> set[str]:
    """Names of the tables and views of a schema."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = %(schema)s "
            "UNION ALL SELECT viewname FROM pg_views WHERE schemaname = %(schema)s",
            {"schema": schema},
        )
        return {name for (name,) in cursor.fetchall()}


def existing_schemas() -> set[str]:
    """Names of all schemas that could be a partner's."""
    with connection.cursor() as cursor:
        cursor.execute(r"SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\_%%'")
        return {name for (name,) in cursor.fetchall()}


def dump(schema: str, *options: str) -> str:
    """Return what pg_dump says of a schema, as SQL, without psql's own commands."""
    parameters = connection.get_connection_params()
    command = [settings.PACE_CLUSTER.program("pg_dump"), "--no-owner", "--no-privileges"]
    command += [f"--schema={schema}", *options, f"--username={parameters['user']}"]
    command += [f"--host={parameters['host']}", f"--dbname={parameters['dbname']}"]
    if parameters.get("port"):
        command.append(f"--port={parameters['port']}")
    environment = {"PGPASSWORD": parameters["password"]} if parameters.get("password") else {}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise CatalogueUnreadable(result.stderr)
    lines = (line for line in result.stdout.splitlines() if not line.startswith(("\\", "--")))
    return "\n".join(line for line in lines if line.strip())
