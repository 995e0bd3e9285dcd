"""Asks the real database which rows are in a target group, without needing a table.

Partners' roles may create nothing, not even a temporary table. So the query that Django writes
for a model without a table is sent with the answers in front of it, as a common table expression
of the model's name.
"""

import json
from collections.abc import Sequence

from django.apps.registry import Apps
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Q

from core.sites.criteria.queries import to_q
from core.sites.criteria.tree import Criteria
from core.sites.criteria.truth import Answers
from core.sites.vocabulary import VOCABULARY, Kind

COLUMNS = {
    Kind.INTERVAL: (models.IntegerField, "integer"),
    Kind.CODES: (models.TextField, "text"),
    Kind.YES_NO: (models.BooleanField, "boolean"),
}


def _answers_model() -> type[models.Model]:
    """One nullable column per attribute, in a registry of its own: no app has this model."""

    class Meta:
        apps = Apps()
        app_label = "criteria_proof"
        db_table = "criteria_proof_answers"

    columns = {code: COLUMNS[a.kind][0](null=True) for code, a in VOCABULARY.items()}
    return type("RowOfAnswers", (models.Model,), {**columns, "Meta": Meta, "__module__": __name__})


RowOfAnswers = _answers_model()


TYPES = ", ".join(f"{code} {COLUMNS[a.kind][1]}" for code, a in VOCABULARY.items())
GIVEN = f"jsonb_to_recordset(%s::jsonb) AS given (id integer, {TYPES})"
IN_FRONT = f"WITH {RowOfAnswers._meta.db_table} AS (SELECT * FROM {GIVEN}) "  # noqa: S608 - fixed


def rows_where(condition: Q, people: Sequence[Answers]) -> set[int]:
    """The places in `people` of the rows that PostgreSQL finds."""
    try:
        query = RowOfAnswers.objects.filter(condition).values_list("pk").query
        select, values = query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return set()
    rows = json.dumps([{**answers, "id": place} for place, answers in enumerate(people)])
    with connection.cursor() as cursor:
        cursor.execute(IN_FRONT + select, [rows, *values])
        return {place for (place,) in cursor.fetchall()}


def membership_by_rows(criteria: Criteria, people: Sequence[Answers]) -> list[float]:
    """For each person 1, 1/2 or 0: certainly in, not known, certainly out by the database.

    A row that is found both in and unknown counts as 3/2, so that no oracle agrees with it.
    """
    certainly_in, unknown = to_q(criteria)
    inside, open_ones = rows_where(certainly_in, people), rows_where(unknown, people)
    return [float(place in inside) + 0.5 * (place in open_ones) for place in range(len(people))]
