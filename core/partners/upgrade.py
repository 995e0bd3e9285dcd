"""Bring every partner's schema to this release, fast, and stop where it fails.

Migrating schema by schema plans the same migrations a hundred times. Here one query tells
each schema's recorded state; the migrations are planned and run once per distinct state, in
the first schema that has it (the canary), while every changing statement is written down;
the others get those statements. Each schema is one transaction with a lock timeout: a
failure names the partner, leaves it as it was, and a second run goes on from there.

A migration that runs Python cannot be repeated as statements: its effect may depend on the
rows. A plan that holds one is run by Django's executor in each schema.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, connection, router, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import RunPython
from psycopg import ClientCursor

from core.partners import grants
from core.partners.catalogue import tables_in
from core.partners.context import Activation, activated
from core.partners.enums import HostKind
from core.partners.models import Partner
from core.partners.naming import PUBLIC_SCHEMA
from core.partners.schemas import run

LOCK_TIMEOUT = "4s"
READING = ("select", "savepoint", "release", "set ", "show")


class UpgradeStopped(RuntimeError):
    """A partner's schema could not be upgraded; those before it are done, the rest wait."""

    def __init__(self, schema: str, reason: str) -> None:
        super().__init__(f"The upgrade stopped at {schema}: {reason}")
        self.schema = schema


@dataclass(frozen=True)
class Step:
    """One schema done: its name, its position, and how many there are."""

    schema: str
    position: int
    total: int
    changed: bool


@dataclass(frozen=True)
class Recipe:
    """What one recorded state lacks: the statements that supply it.

    `statements` is None when Python has to run in each schema. `tables` are the schema's
    tables afterwards if there are new ones to grant, else empty.
    """

    targets: list
    statements: list[str] | None
    tables: frozenset[str] = frozenset()


def upgrade_partners(progress: Callable[[Step], None] = lambda step: None) -> int:
    """Upgrade all partners; returns how many changed. Raises `UpgradeStopped`.

    Must run as the owner.
    """
    schemas = list(Partner.objects.order_by("pk").values_list("schema_name", flat=True))
    states = recorded_states(schemas)
    recipes: dict[str, Recipe] = {}
    changed = 0
    for position, schema in enumerate(schemas, start=1):
        state = states[schema]
        try:
            if state not in recipes:
                recipes[state] = _first_of_its_state(schema)
            elif recipes[state].targets:
                _repeat(schema, recipes[state])
        except DatabaseError as failure:
            raise UpgradeStopped(schema, str(failure).strip()) from failure
        worked = bool(recipes[state].targets)
        changed += worked
        progress(Step(schema, position, len(schemas), worked))
    return changed


def recorded_states(schemas: list[str]) -> dict[str, str]:
    """One query: a digest of the migrations recorded in each schema."""
    if not schemas:
        return {}
    parts = [
        f"SELECT '{schema}', md5(coalesce(string_agg(app || '.' || name, ',' "
        f"ORDER BY app, name), '')) FROM {schema}.django_migrations"
        for schema in schemas
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return dict(cursor.fetchall())


def _first_of_its_state(schema: str) -> Recipe:
    """Plan for a state, run the plan in this schema, return it as a recipe for the others."""
    with in_schema(schema):
        executor = MigrationExecutor(connection)
        targets = executor.loader.graph.leaf_nodes()
        plan = [
            node for node in executor.migration_plan(targets) if _belongs_here(node[0].app_label)
        ]
        if not plan:
            return Recipe([], [])
        with _recording() as statements, _one_transaction():
            _migrate(executor, targets, plan)
        tables = frozenset(tables_in(schema)) if _adds_models(plan) else frozenset()
        _grant(schema, tables)
        if _runs_python(plan):
            return Recipe(targets, None, tables)
        return Recipe(targets, [text.replace(schema, "{schema}") for text in statements], tables)


def _runs_python(plan: list) -> bool:
    return any(
        isinstance(operation, RunPython)
        for migration, _ in plan
        for operation in migration.operations
    )


def _grant(schema: str, tables: frozenset[str]) -> None:
    if tables:
        run(grants.schema_statements(schema, set(tables), tables_in(PUBLIC_SCHEMA)))


def _belongs_here(app_label: str) -> bool:
    return router.allow_migrate(connection.alias, app_label) is not False


def _migrate(executor: MigrationExecutor, targets: list, plan: list) -> None:
    before = executor._create_project_state(with_applied_migrations=True)
    after = executor.migrate(targets, plan=plan, state=before.clone(), fake=False)
    if _adds_models(plan):
        after.clear_delayed_apps_cache()
        emit_post_migrate_signal(0, False, connection.alias, apps=after.apps, plan=plan)


def _adds_models(plan: list) -> bool:
    changing = {"CreateModel", "DeleteModel", "RenameModel"}
    return any(
        type(operation).__name__ in changing
        for migration, _ in plan
        for operation in migration.operations
    )


def _repeat(schema: str, recipe: Recipe) -> None:
    with in_schema(schema), _one_transaction():
        if recipe.statements is None:
            executor = MigrationExecutor(connection)
            _migrate(executor, recipe.targets, executor.migration_plan(recipe.targets))
        else:
            run([text.replace("{schema}", schema) for text in recipe.statements])
        _grant(schema, recipe.tables)


@contextmanager
def in_schema(schema: str) -> Iterator[None]:
    """Work in one schema as the owner, without the shared layer behind it."""
    with activated(Activation(HostKind.OWNER, schema, "pace_owner")):
        connection.include_public_schema = False
        yield


@contextmanager
def _one_transaction() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        yield


@contextmanager
def _recording() -> Iterator[list[str]]:
    """Write down each statement that changes something, with its values filled in."""
    statements: list[str] = []

    def note(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        text = str(sql).strip()
        if not text.lower().startswith(READING) and text:
            raw = connection.connection
            for values in params if many else [params]:
                statements.append(
                    ClientCursor(raw).mogrify(text, values) if values else text.rstrip(";")
                )
        return result

    with connection.execute_wrapper(note):
        yield statements
