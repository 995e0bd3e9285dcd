"""The collector: copies what sites have approved into the shared layer.

It runs as the programme's role, which may read, of each partner, the protected faces of its
submissions and its published configurations, and nothing else. It copies and never computes,
so it can be repeated at will: a submission that stands in the shared layer is left alone,
save that a withdrawal is taken over. Which tables hold faces is said by the app that
owns them (`register_source`): the core knows no tenant.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction
from psycopg import sql

from core.indicators.statements import (
    COPY_CELLS,
    COPY_CONFIGURATIONS,
    COPY_SUBMISSION,
    COPY_WITHDRAWAL,
    MISSING_CONFIGURATIONS,
    MISSING_SUBMISSIONS,
)
from core.partners.grants import frozen_for_collection
from core.partners.models import Partner
from core.sites.models import ConfigurationVersion

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Source:
    """The tables, in each partner's schema, of submissions and of their faces."""

    submissions: str
    faces: str


class Sources:
    """Where the collector looks; there is one source. Tests build their own."""

    def __init__(self) -> None:
        self._source: Source | None = None

    def register(self, source: Source) -> None:
        """Say where submissions stand, and let the programme's role read them."""
        if self._source not in (None, source):
            raise ImproperlyConfigured("Submissions already stand in other tables.")
        self._source = source
        frozen_for_collection(source.submissions, source.faces)

    def get(self) -> Source:
        """The source. Raises `ImproperlyConfigured` when no app has registered one."""
        if self._source is None:
            raise ImproperlyConfigured("No app has said where submissions stand.")
        return self._source


sources = Sources()
register_source = sources.register


@dataclass(frozen=True)
class Outstanding:
    """Something of a partner that the shared layer lacks. No number: its configurations."""

    partner_slug: str
    submission_id: int | None


class CollectionFailed(RuntimeError):
    """Some partners could not be collected; the others were. Names them."""


def outstanding() -> list[Outstanding]:
    """What is missing, of all partners, in one statement."""
    partners = list(Partner.objects.order_by("slug"))
    if not partners:
        return []
    parts = []
    for partner in partners:
        names = _names(partner) | {"slug": sql.Literal(partner.slug)}
        parts += [MISSING_SUBMISSIONS.format(**names), MISSING_CONFIGURATIONS.format(**names)]
    statement = sql.SQL(" UNION ALL ").join(parts) + sql.SQL(" ORDER BY 1, 2 NULLS FIRST")
    with connection.cursor() as cursor:
        cursor.execute(_text(statement))
        return [Outstanding(*row) for row in cursor.fetchall()]


def collect_submission(partner_slug: str, submission_id: int) -> bool:
    """Copy one submission with its faces, or its withdrawal. True when something was new.

    A submission that does not exist, or a partner that has gone, is nothing to do.
    """
    partner = Partner.objects.filter(slug=partner_slug).first()
    if partner is None:
        return False
    with transaction.atomic():
        collect_configurations(partner)
        if _run(COPY_SUBMISSION, partner, [submission_id]):
            _run(COPY_CELLS, partner, [submission_id])
            return True
        return bool(_run(COPY_WITHDRAWAL, partner, [submission_id]))


def collect_configurations(partner: Partner) -> int:
    """Copy the published configurations that the shared layer lacks; returns how many."""
    return _run(COPY_CONFIGURATIONS, partner, [])


def collect_outstanding() -> int:
    """Collect all that is missing; returns how many. One partner's failure stops no other.

    Raises `CollectionFailed` at the end when some could not be collected.
    """
    done, failed = 0, []
    for item in outstanding():
        try:
            done += _collect(item)
        except DatabaseError:
            logger.exception("Could not collect %s", item)
            failed.append(item.partner_slug)
    if failed:
        raise CollectionFailed(", ".join(sorted(set(failed))))
    return done


def _collect(item: Outstanding) -> int:
    if item.submission_id is not None:
        return int(collect_submission(item.partner_slug, item.submission_id))
    return collect_configurations(Partner.objects.get(slug=item.partner_slug))


def _run(statement: sql.SQL, partner: Partner, values: Sequence[int]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_text(statement.format(**_names(partner))), list(values))
        return cursor.rowcount


def _names(partner: Partner) -> dict[str, sql.Composable]:
    """What the statements speak of: quoted table names, and the partner as literals."""
    source = sources.get()
    schema = partner.schema_name
    return {
        "submissions": sql.Identifier(schema, source.submissions),
        "faces": sql.Identifier(schema, source.faces),
        "configurations": sql.Identifier(schema, ConfigurationVersion._meta.db_table),
        "partner_id": sql.Literal(partner.pk),
    }


def _text(statement: sql.Composable) -> str:
    return statement.as_string(None)
