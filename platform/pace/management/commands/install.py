"""`manage.py install --print`: the SQL that an administrator of an external server runs once."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from pace.database.installation import database_script, queue_script, role_script


class Command(BaseCommand):
    """Show what prepares a PostgreSQL server: roles, database, hardening, queue."""

    help = "Print the SQL that prepares an external PostgreSQL server for the platform."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Printing is all it does; the flag says so."""
        parser.add_argument("--print", action="store_true", required=True)

    def handle(self, *args, **options) -> None:
        """Write the script for psql to standard output."""
        if not settings.PACE_DATABASE_SECRET:
            raise CommandError("Set PACE_DATABASE_SECRET: the roles' passwords follow from it.")
        name = settings.DATABASES["default"]["NAME"]
        host = urlsplit(f"//{settings.DATABASES['default']['HOST']}").hostname
        lines = [
            f"-- For {host}: psql -v ON_ERROR_STOP=1 -U postgres -f this-file",
            role_script(connection.password_of),
            f"CREATE DATABASE {name} OWNER pace_owner;",
            f"\\connect {name}",
            database_script(name),
            queue_script(name),
        ]
        self.stdout.write("\n".join(lines))
