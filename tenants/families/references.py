"""References of families: "F-2026-0001", counted per year in each partner's schema.

The counter's row is locked from the moment a number is taken until the transaction ends, so no
two families get the same number and none is lost to a rollback. Take numbers late; an import
takes all of its numbers at once.
"""

from django.db import connection

from tenants.families.models import ReferenceCounter


def take_references(year: int, count: int = 1) -> list[str]:
    """The next `count` references of a year, in order. Call it inside a transaction."""
    table = connection.ops.quote_name(ReferenceCounter._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} AS kept (year, last) VALUES (%(year)s, %(count)s) "  # noqa: S608
            "ON CONFLICT (year) DO UPDATE SET last = kept.last + EXCLUDED.last RETURNING last",
            {"year": year, "count": count},
        )
        (last,) = cursor.fetchone()
    return [reference(year, number) for number in range(last - count + 1, last + 1)]


def reference(year: int, number: int) -> str:
    """A family's reference: at least four digits, so that a year's references sort as text."""
    return f"F-{year}-{number:04d}"
