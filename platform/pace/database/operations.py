"""Query compilation with one check more: a queryset is run only in the schema it was made in."""

from django.db.backends.postgresql.operations import DatabaseOperations as PostgreSQLOperations


class DatabaseOperations(PostgreSQLOperations):
    """PostgreSQL's operations, compiling through `pace.database.compiler`."""

    compiler_module = "pace.database.compiler"
