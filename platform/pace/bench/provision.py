"""New sites and upgrades, beside doing it migration by migration and schema by schema.

`new-site` (schema, role, grants, hosts; from a spare made ahead) and `new-site-script` (from
the template's script) beside replaying all migrations in an empty schema, and
`new-site-ready`, which also publishes the configuration; `upgrade-nothing` and
`upgrade-one-migration` of many partners beside django-tenants' `migrate_schemas`.
"""

import time
from collections.abc import Callable, Iterator
from statistics import median

from django.core.management import call_command
from django.db import connection

from core.partners.context import owner_context
from core.partners.models import Partner
from core.partners.naming import schema_of
from core.partners.provisioning import NewPartner, create_partner, make_empty_site
from core.partners.spares import make_ahead
from core.partners.template import current_template, migrate_schema
from core.partners.upgrade import upgrade_partners
from pace.bench.database import benchmark_database
from pace.bench.figure import Figure
from pace.running.rehearsal import pending_migration

LANGUAGES = ("nl-be", "en-gb")


def run(quick: bool) -> Iterator[Figure]:
    """Yield the figures; `quick` upgrades 24 partners instead of 100."""
    partners = 24 if quick else 100
    with benchmark_database(), owner_context():
        current_template()
        replayed = _seconds(_replay)
        scripted = [_seconds(lambda n=n: _empty(f"scripted-{n}")) for n in range(3)]
        spared, ready = [], []
        for number in range(3):
            make_ahead()
            spared.append(_seconds(lambda n=number: _empty(f"spared-{n}")))
            make_ahead()
            ready.append(_seconds(lambda n=number: _make(f"ready-{n}")))
        yield Figure.beside("new-site", median(spared), "s", replayed)
        yield Figure.beside("new-site-script", median(scripted), "s", replayed)
        yield Figure.beside("new-site-ready", median(ready), "s", replayed)
        for number in range(partners - Partner.objects.count()):
            _empty(f"site-{number:03d}")
        yield from _upgrades(partners)


def _upgrades(partners: int) -> Iterator[Figure]:
    ours = _seconds(upgrade_partners)
    theirs = _seconds(_migrate_schemas)
    yield Figure.beside("upgrade-nothing", ours, f"s for {partners} partners", theirs)
    with pending_migration():
        ours = _seconds(upgrade_partners)
        _undo_rehearsal()
        theirs = _seconds(_migrate_schemas)
    yield Figure.beside("upgrade-one-migration", ours, f"s for {partners} partners", theirs)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _new(slug: str) -> NewPartner:
    return NewPartner(slug, slug, "BE-VLG", LANGUAGES, "Europe/Brussels")


def _empty(slug: str) -> None:
    make_empty_site(_new(slug), schema_of(slug, "BE-VLG"))


def _make(slug: str) -> None:
    create_partner(_new(slug), {"config": "gent"})


def _replay() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA t_zz_replayed")
    migrate_schema("t_zz_replayed")


def _migrate_schemas() -> None:
    call_command("migrate_schemas", tenant=True, interactive=False, verbosity=0)


def _undo_rehearsal() -> None:
    with connection.cursor() as cursor:
        for schema in Partner.objects.values_list("schema_name", flat=True):
            cursor.execute(f"ALTER TABLE {schema}.accounts_user DROP COLUMN rehearsed")
            cursor.execute(f"DELETE FROM {schema}.django_migrations WHERE name = '9999_rehearsal'")
