"""Which host leads to whom, kept in the memory of this process.

A request must not ask the database who it is for. The directory is read once, as the
router's role, and thrown away when PostgreSQL notifies a change of partners or hosts; if the
notification cannot be heard (a pooler in between) it is also renewed every five minutes.
"""

import threading
import time
from dataclasses import dataclass

import psycopg
from django.conf import settings
from django.db import connection

from core.partners.context import PROGRAMME, PUBLIC, ROUTER, Activation, activated, activation_of
from core.partners.enums import PartnerState
from core.partners.models import Domain, Partner

CHANNEL = "pace_partners"
LONGEST_MEMORY_SECONDS = 300


@dataclass(frozen=True)
class Directory:
    """A picture of all hosts at one moment."""

    by_host: dict[str, Activation]
    by_slug: dict[str, Activation]
    read_at: float


_directory: Directory | None = None
_lock = threading.Lock()
_listener: threading.Thread | None = None


def find_host(host: str) -> Activation | None:
    """Return who answers on a host name (without port), or None."""
    if host in (settings.PACE_BASE_HOST, "127.0.0.1", "[::1]", "testserver"):
        return PUBLIC
    if host == f"programme.{settings.PACE_BASE_HOST}":
        return PROGRAMME
    return _current().by_host.get(host)


def find_slug(slug: str) -> Activation | None:
    """Return who is called `slug`: a partner, or `programme`."""
    return PROGRAMME if slug == PROGRAMME.slug else _current().by_slug.get(slug)


def open_sites() -> list[Activation]:
    """All sites that are neither paused nor archived."""
    sites = _current().by_slug.values()
    return [site for site in sites if site.state == PartnerState.ACTIVE]


def forget() -> None:
    """Read the directory afresh at the next request."""
    global _directory
    _directory = None


def _current() -> Directory:
    global _directory
    known = _directory
    if known is None or time.monotonic() - known.read_at > LONGEST_MEMORY_SECONDS:
        with _lock:
            known = _directory = _read()
    return known


def _read() -> Directory:
    _listen()
    with activated(ROUTER):
        partners = {partner.pk: activation_of(partner) for partner in Partner.objects.all()}
        hosts = dict(Domain.objects.values_list("domain", "tenant_id"))
    return Directory(
        by_host={host: partners[pk] for host, pk in hosts.items() if pk in partners},
        by_slug={activation.slug: activation for activation in partners.values()},
        read_at=time.monotonic(),
    )


def _listen() -> None:
    global _listener
    if not getattr(settings, "PACE_LISTEN", True) or (_listener and _listener.is_alive()):
        return
    with activated(ROUTER):
        parameters = connection.get_connection_params()
    for name in ("context", "cursor_factory", "prepare_threshold"):
        parameters.pop(name, None)
    _listener = threading.Thread(target=_hear, args=(parameters,), daemon=True)
    _listener.start()


def _hear(parameters: dict) -> None:
    parameters = parameters | {"autocommit": True, "options": ""}
    try:
        with psycopg.connect(**parameters) as ear:
            ear.execute(f"LISTEN {CHANNEL}")
            for _notification in ear.notifies():
                forget()
    except psycopg.Error:
        forget()  # the next reading starts a new listener
