"""Send the battery through partner A's requests and look what became of partner B.

Harm is one of: a row of B's in A's answer; B's tables, roles or grants not as they were; B
kept waiting while A's transaction was open; B's or A's next request, on the same thread,
not answered with its own rows.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psycopg
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.http import HttpRequest
from django.test import RequestFactory

from core.partners import directory
from core.partners.context import Activation, owner_context
from core.partners.models import Partner
from core.partners.web import middleware
from pace.database.pools import POOLS
from pace.isolation.battery import BATTERY, Attack
from pace.isolation.view import WHILE_OPEN, injectable

SINGLE_ROLE = "pace_single"
MARK = "Geheimgent"
TABLE = "accounts_user"
OWN_ROWS = f"SELECT name FROM {TABLE} ORDER BY name"
PATIENCE = "120ms"


@dataclass
class Verdict:
    """What one attack achieved; empty `harm` means nothing."""

    attack: Attack
    harm: list[str] = field(default_factory=list)
    error: str = ""


@dataclass(frozen=True)
class Sides:
    """The attacker and the attacked."""

    attacker: Partner
    victim: Partner
    single_role: bool = False

    def fill(self, text: str) -> str:
        """Put schemas, roles and the mark into a statement."""
        values = {
            "{A}": self.attacker.schema_name,
            "{B}": self.victim.schema_name,
            "{a}": SINGLE_ROLE if self.single_role else self.attacker.db_role,
            "{b}": SINGLE_ROLE if self.single_role else self.victim.db_role,
            "{mark}": MARK,
            "{table}": TABLE,
            "{database}": connection.settings_dict["NAME"],
        }
        for name, value in values.items():
            text = text.replace(name, value)
        return text


def superuser() -> psycopg.Connection:
    """The judge sees everything, through a connection of its own."""
    host = str(settings.PACE_CLUSTER.ensure_running())
    name = connection.settings_dict["NAME"]
    return psycopg.connect(host=host, dbname=name, user="postgres", autocommit=True)


def plant_marks(sides: Sides) -> None:
    """Give both partners people of their own; the victim's bear the mark."""
    with superuser() as judge:
        for partner, word in ((sides.attacker, "Eigenmechelen"), (sides.victim, MARK)):
            judge.execute(f"DELETE FROM {partner.schema_name}.{TABLE}")
            judge.execute(
                f"INSERT INTO {partner.schema_name}.{TABLE} (email, name, sort_key, password, "
                "roles, language, is_active, created_at) "
                "SELECT lower(%(word)s) || n || '@site.example', %(word)s || n, %(word)s, '', "
                "'{}', 'nl-be', true, now() FROM generate_series(1, 20) n",
                {"word": word},
            )


def make_single_role() -> None:
    """The usual set-up's one role, which owns what the owner owns. For the control alone."""
    with superuser() as judge:
        found = judge.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [SINGLE_ROLE])
        if not found.fetchone():
            judge.execute(f"CREATE ROLE {SINGLE_ROLE} LOGIN IN ROLE pace_owner")
        database = connection.settings_dict["NAME"]
        judge.execute(f"GRANT CONNECT ON DATABASE {database} TO {SINGLE_ROLE}")


def run_battery(sides: Sides) -> Iterator[Verdict]:
    """Judge each attack. With `sides.single_role` they go the usual way, as the control.

    The control is django-tenants as it comes: one role owns all schemas and a search path
    says whose turn it is. Whoever runs the control makes the victim whole after each harm.
    """
    if sides.single_role:
        make_single_role()
    for attack in BATTERY:
        plant_marks(sides)
        with _saved(sides) as before, _host_activation(sides):
            yield _judge(attack, sides, before)


def _judge(attack: Attack, sides: Sides, before: dict) -> Verdict:
    verdict = Verdict(attack)
    waiting: list[str] = []
    WHILE_OPEN.append(lambda: waiting.extend(_kept_waiting(sides)))
    try:
        answer = send(sides.attacker, sides.fill(attack.statement))
    finally:
        WHILE_OPEN.clear()
    verdict.error = answer["error"]
    if any(MARK in value for row in answer["rows"] for value in row):
        verdict.harm.append("read the victim's rows")
    if waiting:
        verdict.harm.append("kept the victim waiting")
    verdict.harm += _changes(before, _picture(sides))
    verdict.harm += _answers_for_others(sides)
    return verdict


def send(partner: Partner, statement: str) -> dict:
    """One request on the partner's host, through the real host middleware."""
    host = f"{partner.slug}.{settings.PACE_BASE_HOST}"
    request = RequestFactory().post("/inject/", statement, "text/plain", HTTP_HOST=host)
    return json.loads(_application(request).content)


def _application(request: HttpRequest):
    return middleware.HostMiddleware(injectable)(request)


def _kept_waiting(sides: Sides) -> list[str]:
    """Inside the attacker's open transaction: can the victim still work?"""
    victim = sides.victim.schema_name
    work = [
        f"UPDATE {victim}.{TABLE} SET sort_key = sort_key",
        f"ALTER TABLE {victim}.{TABLE} ALTER COLUMN name SET STATISTICS -1",
        "SELECT pg_advisory_lock(1)",
    ]
    late = []
    with superuser() as other:
        other.execute(f"SET lock_timeout = '{PATIENCE}'")
        for statement in work:
            try:
                other.execute(statement)
            except psycopg.errors.LockNotAvailable:
                late.append(statement)
            except psycopg.Error:
                continue  # the table is gone: the picture of the schema says so
    return late


def _picture(sides: Sides) -> dict:
    """Everything of the victim that an attack could have changed."""
    victim, role = sides.victim.schema_name, sides.victim.db_role
    questions = {
        "rows": f"SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM {victim}.{TABLE} t",
        "tables": "SELECT count(*)::text || md5(string_agg(attrelid::regclass::text || attname "
        "|| attnum || coalesce(col_description(attrelid, attnum), ''), '' ORDER BY 1)) "
        "FROM pg_attribute JOIN pg_class c ON c.oid = attrelid "
        f"WHERE relnamespace = to_regnamespace('{victim}')",
        "objects": "SELECT string_agg(relname || relkind::text || coalesce(relacl::text, '') "
        "|| coalesce(obj_description(oid, 'pg_class'), ''), ',' ORDER BY relname) "
        f"FROM pg_class WHERE relnamespace = to_regnamespace('{victim}')",
        "schema": f"SELECT nspacl::text FROM pg_namespace WHERE nspname = '{victim}'",
        "sequence": f"SELECT last_value FROM {victim}.{TABLE}_id_seq",
        "role": "SELECT rolcanlogin::text || coalesce(rolpassword, '') || "
        f"coalesce((SELECT string_agg(setconfig::text, '' ORDER BY setdatabase) "
        f"FROM pg_db_role_setting WHERE setrole = a.oid), '') FROM pg_authid a "
        f"WHERE rolname = '{role}'",
        "memberships": "SELECT string_agg(roleid::regrole::text || member::regrole, ',' "
        "ORDER BY 1) FROM pg_auth_members m JOIN pg_roles r ON r.oid IN (roleid, member) "
        f"WHERE rolname IN ('{role}', '{sides.attacker.db_role}')",
        "hosts": "SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM public.partners_domain t",
        "partners": "SELECT md5(string_agg(t::text, '' ORDER BY id)) "
        "FROM public.partners_partner t",
        "database": "SELECT coalesce(string_agg(setconfig::text, ''), '') FROM "
        "pg_db_role_setting WHERE setrole = 0 AND setdatabase = "
        "(SELECT oid FROM pg_database WHERE datname = current_database())",
        "public": "SELECT string_agg(relname, ',' ORDER BY relname) FROM pg_class "
        "WHERE relnamespace = 'public'::regnamespace",
        "functions": "SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    }
    picture = {}
    with superuser() as judge:
        for name, question in questions.items():
            try:
                picture[name] = judge.execute(question).fetchone()
            except psycopg.Error as failure:
                picture[name] = type(failure).__name__
    return picture


def _changes(before: dict, after: dict) -> list[str]:
    return [f"changed the victim's {name}" for name in before if before[name] != after[name]]


def _answers_for_others(sides: Sides) -> list[str]:
    """The next requests on this thread: does everybody still get their own rows?"""
    harm = []
    for partner, word in ((sides.victim, MARK), (sides.attacker, "Eigenmechelen")):
        try:
            rows = send(partner, OWN_ROWS)["rows"]
        except ImproperlyConfigured:
            rows = []
        if not rows or any(word not in row[0] for row in rows):
            harm.append(f"the next request of {partner.slug} was not answered with its rows")
    return harm if sides.victim.slug in str(harm) else []


@contextmanager
def _saved(sides: Sides) -> Iterator[dict]:
    """Take a picture; afterwards drop what the session keeps, so that attacks stay apart."""
    before = _picture(sides)
    yield before
    connection.close()
    POOLS.close_all(patience=0)
    directory.forget()


@contextmanager
def _host_activation(sides: Sides) -> Iterator[None]:
    """For the control, let hosts lead to the schema by search path, as the single role."""
    if not sides.single_role:
        yield
        return
    entries = {}
    for partner in (sides.attacker, sides.victim):
        host = f"{partner.slug}.{settings.PACE_BASE_HOST}"
        entries[host] = Activation(
            "partner", partner.schema_name, SINGLE_ROLE, partner.slug, by_search_path=True
        )
    original = directory.find_host
    middleware.find_host = lambda host: entries.get(host) or original(host)
    try:
        yield
    finally:
        middleware.find_host = original


def two_partners(single_role: bool = False) -> Sides:
    """The usual two, read as the owner."""
    with owner_context():
        return Sides(
            Partner.objects.get(slug="mechelen"), Partner.objects.get(slug="gent"), single_role
        )
