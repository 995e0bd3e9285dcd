"""A throw-away database for a benchmark: real PostgreSQL, durable as in earnest."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from core.partners import directory
from core.partners.context import OWNER, activate, owner_context
from core.partners.provisioning import NewPartner, create_partner
from core.partners.schemas import grant_shared
from pace.database.installation import install_embedded
from pace.database.pools import POOLS
from pace.embedded.cluster import Cluster

NAME = "pace_bench"
MASTER = "pace_bench_master"
PARTNERS = (
    NewPartner("mechelen", "Mechelen", "BE-VLG", ("nl-be", "en-gb", "fr"), "Europe/Brussels"),
    NewPartner("gent", "Gent", "BE-VLG", ("nl-be", "en-gb", "fr"), "Europe/Brussels"),
)


@contextmanager
def benchmark_database(durable: bool = True) -> Iterator[None]:
    """A server of its own with the shared layer and two partners, active as the owner.

    Where no time is measured it need not be `durable`: that makes fresh copies cheaper.
    """
    root = Path(tempfile.mkdtemp(prefix="pace-bench-"))
    root.chmod(0o755)
    before = (settings.PACE_CLUSTER, settings.DATABASES["default"]["NAME"])
    settings.PACE_CLUSTER = Cluster(root / "postgresql", throwaway=not durable)
    try:
        install_embedded(settings.PACE_CLUSTER, MASTER)
        _use(MASTER)
        with owner_context():
            call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
            grant_shared()
        for partner in PARTNERS:
            create_partner(partner, {"config": partner.slug})
        fresh_copy()
        yield
    finally:
        _let_go()
        settings.PACE_CLUSTER.stop()
        settings.PACE_CLUSTER = before[0]
        _use(before[1])
        shutil.rmtree(root, ignore_errors=True)


def fresh_copy() -> None:
    """Begin again with an untouched copy of the prepared database."""
    _let_go()
    host = str(settings.PACE_CLUSTER.socket_directory)
    with psycopg.connect(host=host, dbname="postgres", user="postgres", autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {NAME} TEMPLATE {MASTER} OWNER pace_owner")
        server.execute(f"REVOKE ALL ON DATABASE {NAME} FROM PUBLIC")
        roles = server.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'pace%'")
        names = ", ".join(role for (role,) in roles.fetchall())
        server.execute(f"GRANT CONNECT ON DATABASE {NAME} TO {names}")
    _use(NAME)
    activate(OWNER)


def _use(name: str) -> None:
    _let_go()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name


def _let_go() -> None:
    connection.close()
    POOLS.close_all(patience=0)
    connection.set_schema_to_public()
    directory.forget()
