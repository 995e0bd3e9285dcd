"""Compare schemas by what pg_dump says of them."""

from django.db import connection

from core.partners.catalogue import dump


def settled(schema: str) -> str:
    """The schema's dump after one restore, under the name `s`.

    PostgreSQL writes some check constraints differently once they were dumped and restored
    (where it puts a cast inside an array); a second time changes nothing more. So schemas
    are compared after one restore each, as a backup would leave them.
    """
    copy = "t_zz_settled"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {copy} CASCADE")
        cursor.execute(dump(schema, "--schema-only").replace(schema, copy))
        cursor.execute("SET search_path = public")
        text = dump(copy, "--schema-only").replace(copy, "s")
        cursor.execute(f"DROP SCHEMA {copy} CASCADE")
    return text
