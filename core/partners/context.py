"""Who is active: a partner, the programme, the public, the router or the owner.

Use the context managers and take a fresh one each time. There are no decorator forms: in
django-tenants 4.0.1 those keep their state on the object and leak it between threads.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from core.partners.enums import HostKind
from core.partners.naming import PUBLIC_SCHEMA, role_of


class PartnerSwitchRefused(ImproperlyConfigured):
    """A partner was activated inside a transaction of another."""


@dataclass(frozen=True)
class Activation:
    """Everything a request needs to know of the host it came to, without asking the database."""

    kind: str
    schema_name: str
    db_role: str
    slug: str = ""
    name: str = ""
    country: str = ""
    partner_id: int | None = None
    languages: tuple[str, ...] = field(default=("nl-be", "nl-nl", "fr", "en-gb"))
    time_zone: str = "Europe/Brussels"
    state: str = "active"
    by_search_path: bool = False  # only the isolation battery's control sets it

    @property
    def default_language(self) -> str:
        """The first of the site's languages."""
        return self.languages[0]

    @property
    def role(self) -> str:
        """The database role that this activation signs in as."""
        return self.db_role


PROGRAMME = Activation(
    HostKind.PROGRAMME,
    PUBLIC_SCHEMA,
    "pace_programme",
    "programme",
    "PACE",
    languages=("en-gb", "nl-be", "nl-nl", "fr"),
)
PUBLIC = Activation(
    HostKind.PUBLIC,
    PUBLIC_SCHEMA,
    "pace_public",
    "",
    "PACE",
    languages=("en-gb", "nl-be", "nl-nl", "fr"),
)
ROUTER = Activation(HostKind.ROUTER, PUBLIC_SCHEMA, "pace_router")
OWNER = Activation(HostKind.OWNER, PUBLIC_SCHEMA, "pace_owner")


def activation_of(partner) -> Activation:
    """Return what has to be known of a `Partner` row to serve its host."""
    return Activation(
        kind=HostKind.PARTNER,
        schema_name=partner.schema_name,
        db_role=role_of(partner.schema_name),
        slug=partner.slug,
        name=partner.name,
        country=partner.country,
        partner_id=partner.pk,
        languages=tuple(partner.languages),
        time_zone=partner.time_zone,
        state=partner.state,
    )


def current() -> Activation:
    """Return the active activation; before any, the router's, which may read hosts alone."""
    active = getattr(connection, "tenant", None)
    return active if isinstance(active, Activation) else ROUTER


def activate(target) -> Activation:
    """Activate an `Activation` or a `Partner` for this thread; returns the activation.

    Raises `PartnerSwitchRefused` when a transaction of another schema or role is open.
    """
    activation = target if isinstance(target, Activation) else activation_of(target)
    try:
        connection.set_tenant(activation)
    except ImproperlyConfigured as refusal:
        raise PartnerSwitchRefused(str(refusal)) from refusal
    return activation


@contextmanager
def activated(target) -> Iterator[Activation]:
    """Activate for the length of a block, then go back to whoever was active before."""
    before = connection.tenant
    activation = activate(target)
    try:
        yield activation
    finally:
        connection.set_tenant(before)


def partner_context(partner):
    """`with partner_context(partner):` use this partner's schema, as its own role."""
    return activated(partner)


def programme_context():
    """Use the shared layer as the programme's role."""
    return activated(PROGRAMME)


def public_context():
    """Use what is released, as the public reader."""
    return activated(PUBLIC)


def owner_context():
    """Use the shared layer as the owner: for migrations and provisioning alone."""
    return activated(OWNER)
