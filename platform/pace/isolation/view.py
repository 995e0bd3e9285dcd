"""A view with the fault we fear: it runs whatever SQL the request carries.

It has no URL of its own. The tests and the benchmark add one for as long as they run.
"""

from collections.abc import Callable

import psycopg
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, JsonResponse
from django.urls import path

from core.accounts.access import open_to_all

WHILE_OPEN: list[Callable[[], None]] = []


@open_to_all(why="It exists only inside the isolation battery.")
def injectable(request: HttpRequest) -> JsonResponse:
    """Run the body as SQL inside one transaction of the request's partner; show all rows."""
    rows: list = []
    error = ""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            rows = _all_rows(cursor, request.body.decode())
            for probe in WHILE_OPEN:
                probe()
    except (DatabaseError, psycopg.Error) as failure:
        error = str(failure).strip()
    return JsonResponse({"rows": rows, "error": error})


def _all_rows(cursor, statement: str) -> list:
    raw = cursor.connection.execute(statement)
    rows = []
    while True:
        if raw.description:
            rows += [[str(value) for value in row] for row in raw.fetchall()]
        if not raw.nextset():
            return rows


urlpatterns = [path("inject/", injectable)]
