"""Databases for the tests: a template made once per state of the migrations, cloned per worker.

The server is real PostgreSQL without disk safety; the template holds the shared layer and
three ready partners (Mechelen, Gent, Den Haag). A clone takes a fraction of a second.
"""

import fcntl
import hashlib
import os
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from core.partners import directory
from core.partners.context import owner_context
from core.partners.provisioning import NewPartner, create_partner
from core.partners.schemas import grant_shared
from pace.database.installation import install_embedded
from pace.database.pools import POOLS

PARTNERS = (
    NewPartner("mechelen", "Mechelen", "BE-VLG", ("nl-be", "en-gb", "fr"), "Europe/Brussels"),
    NewPartner("gent", "Gent", "BE-VLG", ("nl-be", "en-gb", "fr"), "Europe/Brussels"),
    NewPartner("den-haag", "De Mussen, Den Haag", "NL", ("nl-nl", "en-gb"), "Europe/Amsterdam"),
)
KEPT_TEMPLATES = 12
INGREDIENTS = (
    "*/*/migrations/*.py",
    "site_configs/**/*.yaml",
    "core/partners/*.py",
    "core/sites/**/*.py",
    "core/indicators/*.py",
    "core/*/apps.py",
    "tenants/*/apps.py",
    "platform/pace/database/*.py",
    "tests/database.py",
)


def recipe() -> str:
    """A digest of everything that the template database is made from."""
    digest = hashlib.sha256()
    for pattern in INGREDIENTS:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def use(name: str) -> None:
    """Point Django's connection at another database of the test server."""
    connection.close()
    POOLS.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name
    connection.set_schema_to_public()
    directory.forget()


def ensure_template() -> str:
    """Return the name of an up-to-date template database, making it if needed."""
    cluster = settings.PACE_CLUSTER
    cluster.ensure_running()
    name = f"pace_template_{recipe()}"
    with Locked(cluster.root / "template.lock"):
        if not _exists(name):
            building = f"pace_building_{os.getpid()}"
            drop(building)
            _build(building)
            with superuser() as server:
                server.execute(f"ALTER DATABASE {building} RENAME TO {name}")
            _drop_old_templates()
    return name


def _build(name: str) -> None:
    install_embedded(settings.PACE_CLUSTER, name)
    use(name)
    with owner_context():
        call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
        grant_shared()
    for partner in PARTNERS:
        create_partner(partner)
    use("postgres")


def clone(template: str, name: str) -> None:
    """Make a database `name` as a copy of the template."""
    drop(name)
    with superuser() as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        server.execute(f"ALTER DATABASE {name} OWNER TO pace_owner")
        server.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
        roles = server.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'pace_%'")
        names = ", ".join(role for (role,) in roles.fetchall())
        server.execute(f"GRANT CONNECT ON DATABASE {name} TO {names}")


def drop(name: str) -> None:
    """Remove a database, whoever is connected to it."""
    with superuser() as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def superuser() -> psycopg.Connection:
    """A connection to the test server that may do anything."""
    host = str(settings.PACE_CLUSTER.ensure_running())
    return psycopg.connect(host=host, dbname="postgres", user="postgres", autocommit=True)


def _exists(name: str) -> bool:
    with superuser() as server:
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return found.fetchone() is not None


def _drop_old_templates() -> None:
    # Another run may still clone a template of a minute ago, so the last few stay.
    with superuser() as server:
        rows = server.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'pace_template_%' "
            f"ORDER BY oid DESC OFFSET {KEPT_TEMPLATES}"
        ).fetchall()
        for (name,) in rows:
            server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


class Locked:
    """Hold a file lock for the length of a block, across processes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        self.descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        fcntl.flock(self.descriptor, fcntl.LOCK_EX)

    def __exit__(self, *details) -> None:
        os.close(self.descriptor)
