"""SQL compilers that refuse a query stamped with another schema.

`core.partners.stamped.StampedQuerySet` writes the active schema on each query it makes. A
query that outlives its partner (kept in a variable, a generator, a thread) would otherwise
run silently against whoever is active next.
"""

from django.db.backends.postgresql import compiler as postgresql

from core.partners.stamped import ForeignPartnerData


class StampCheck:
    """Mixin: compare the query's stamp with the connection's schema before compiling."""

    def __init__(self, query, connection, using, elide_empty=True):
        stamp = getattr(query, "stamped_schema", None)
        if stamp is not None and stamp != connection.schema_name:
            raise ForeignPartnerData(stamp, connection.schema_name)
        super().__init__(query, connection, using, elide_empty)


class SQLCompiler(StampCheck, postgresql.SQLCompiler):
    pass


class SQLInsertCompiler(StampCheck, postgresql.SQLInsertCompiler):
    pass


class SQLDeleteCompiler(StampCheck, postgresql.SQLDeleteCompiler):
    pass


class SQLUpdateCompiler(StampCheck, postgresql.SQLUpdateCompiler):
    pass


class SQLAggregateCompiler(StampCheck, postgresql.SQLAggregateCompiler):
    pass
