"""Make a partner, from nothing to a ready host.

In one transaction of the owner: the row, the schema from the template's script, the login
role, its grants and the hosts. Then, as the partner itself, each step that an app has
registered: its first administrator, its configuration. A failure leaves nothing behind.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from core.audit.services import record
from core.partners import grants
from core.partners.catalogue import existing_schemas, tables_in
from core.partners.context import owner_context, partner_context
from core.partners.models import Domain, Partner
from core.partners.naming import PUBLIC_SCHEMA, role_of, schema_of, validate_slug
from core.partners.template import site_script


@dataclass(frozen=True)
class NewPartner:
    """What has to be known of a site before it exists."""

    slug: str
    name: str
    country: str
    languages: tuple[str, ...]
    time_zone: str
    hosts: tuple[str, ...] = ()


STEPS: dict[str, Callable[[Partner, dict], None]] = {}


def register_step(name: str, step: Callable[[Partner, dict], None]) -> None:
    """Have `step(partner, options)` run inside every new partner's schema, once."""
    if name in STEPS:
        raise ValueError(f"There is already a provisioning step called {name!r}.")
    STEPS[name] = step


def create_partner(new: NewPartner, options: dict | None = None) -> Partner:
    """Make a ready site; raises `ValidationError` when its name is taken or cannot be used.

    `options` goes to the registered steps (the first administrator's address, the
    configuration's folder).
    """
    schema = schema_of(new.slug, new.country)
    with owner_context():
        check_free(new.slug, schema)
        script = site_script(schema)
        with transaction.atomic():
            partner = _make_rows(new, schema)
            _make_schema(schema, script)
    try:
        with partner_context(partner), transaction.atomic():
            for step in STEPS.values():
                step(partner, options or {})
            record(
                by=None, action="partners.site_made", object_type="partner", object_id=partner.pk
            )
    except Exception:
        remove_partner(partner)
        raise
    return partner


def check_free(slug: str, schema: str) -> None:
    """Raise `ValidationError` unless the short name and its schema are free and sound."""
    validate_slug(slug)
    if Partner.objects.filter(slug=slug).exists() or schema in existing_schemas():
        raise ValidationError(
            _("There is already a site called “%(slug)s”. Choose another short name."),
            params={"slug": slug},
        )


def _make_rows(new: NewPartner, schema: str) -> Partner:
    partner = Partner.objects.create(
        slug=new.slug,
        name=new.name,
        country=new.country,
        languages=list(new.languages),
        time_zone=new.time_zone,
        schema_name=schema,
    )
    hosts = (f"{new.slug}.{settings.PACE_BASE_HOST}", *new.hosts)
    for position, host in enumerate(hosts):
        Domain.objects.create(domain=host, tenant=partner, is_primary=position == 0)
    return partner


def _make_schema(schema: str, script: str) -> None:
    # pg_dump empties the search path at the top of its script; it is ours again afterwards.
    with connection.cursor() as cursor:
        cursor.execute(script)
        cursor.execute(f"SET search_path = {PUBLIC_SCHEMA}")
    grant(schema)


def grant(schema: str) -> None:
    """Make the schema's role and give it, and the programme, what they may touch."""
    statements = grants.role_statements(schema, _database_name(), _password(schema))
    statements += grants.schema_statements(schema, tables_in(schema), tables_in(PUBLIC_SCHEMA))
    run(statements)


def grant_shared() -> None:
    """Give router, programme and public reader their part of the shared layer."""
    run(grants.shared_statements(tables_in(PUBLIC_SCHEMA)))


def run(statements: list[str]) -> None:
    """Send many statements in one round trip."""
    with connection.cursor() as cursor:
        cursor.execute(";\n".join(statements))


def _database_name() -> str:
    return connection.settings_dict["NAME"]


def _password(schema: str) -> str | None:
    secret = settings.PACE_DATABASE_SECRET
    return connection.password_of(role_of(schema)) if secret else None


def remove_partner(partner: Partner) -> None:
    """Remove a partner wholly: rows, schema and all its role may do. Only a restore undoes it.

    The role itself stays, without any right: roles belong to the whole server, and another
    database on it may know the same name.
    """
    role = role_of(partner.schema_name)
    with owner_context(), transaction.atomic():
        Domain.objects.filter(tenant=partner).delete()
        Partner.objects.filter(pk=partner.pk).delete()
        run(
            [
                f"DROP SCHEMA IF EXISTS {partner.schema_name} CASCADE",
                f"REVOKE ALL ON ALL TABLES IN SCHEMA {PUBLIC_SCHEMA} FROM {role}",
                f"REVOKE ALL ON SCHEMA {PUBLIC_SCHEMA} FROM {role}",
                f"REVOKE CONNECT ON DATABASE {_database_name()} FROM {role}",
            ]
        )
