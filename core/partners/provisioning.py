"""Make a partner, from nothing to a ready host.

In one transaction of the owner: the row, the schema from the template's script, the login
role, its grants and the hosts. Then, as the partner itself, each step that an app has
registered: its first administrator, its configuration. A failure leaves nothing behind.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit.services import record
from core.partners import spares
from core.partners.catalogue import existing_schemas
from core.partners.context import owner_context, partner_context
from core.partners.models import Domain, Partner
from core.partners.naming import role_of, schema_of, validate_slug
from core.partners.schemas import make_schema, remove_schema
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
        partner = make_empty_site(new, schema)
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


def make_empty_site(new: NewPartner, schema: str) -> Partner:
    """Row, hosts, schema, role and grants, in one transaction of the owner.

    Takes a spare made ahead when there is one, else runs the template's script.
    """
    check_free(new.slug, schema)
    script = site_script(schema)  # making the template needs transactions of its own
    with transaction.atomic():
        partner = _make_rows(new, schema)
        if not spares.take(schema):
            make_schema(schema, script)
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


def remove_partner(partner: Partner) -> None:
    """Remove a partner wholly: rows, schema and all its role may do. Only a restore undoes it.

    The role itself stays, without any right: roles belong to the whole server, and another
    database on it may know the same name.
    """
    role = role_of(partner.schema_name)
    with owner_context(), transaction.atomic():
        Domain.objects.filter(tenant=partner).delete()
        Partner.objects.filter(pk=partner.pk).delete()
        remove_schema(partner.schema_name, role)
