"""A migration that exists only for the length of a block: to rehearse and to measure upgrades."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

from core.partners.template import migration_state

APP = "accounts"
NAME = "9999_rehearsal"


@contextmanager
def pending_migration(python: bool = False) -> Iterator[None]:
    """Pretend that the accounts app has one migration more: a column, or a Python step."""
    latest = max(name for app, name in MigrationLoader(None).disk_migrations if app == APP)
    module_name = f"core.accounts.migrations.{NAME}"
    sys.modules[module_name] = _module(module_name, latest, python)
    original = MigrationLoader.load_disk

    def load_disk(loader):
        original(loader)
        migration = sys.modules[module_name].Migration
        loader.disk_migrations[APP, NAME] = migration(NAME, APP)

    MigrationLoader.load_disk = load_disk
    migration_state.cache_clear()
    try:
        yield
    finally:
        MigrationLoader.load_disk = original
        migration_state.cache_clear()
        del sys.modules[module_name]


def _module(name: str, latest: str, python: bool) -> ModuleType:
    column = migrations.AddField(
        "user", "rehearsed", models.CharField(max_length=20, default="", db_index=True)
    )
    step = migrations.RunPython(lambda apps, editor: None, migrations.RunPython.noop)
    module = ModuleType(name)
    module.Migration = type(
        "Migration",
        (migrations.Migration,),
        {
            "__module__": name,
            "dependencies": [(APP, latest)],
            "operations": [step] if python else [column],
        },
    )
    return module
