"""Background work that always says for whom it works.

A task's message carries the header `pace_partner`: a partner's slug, `programme` or `owner`.
It is written when the task is sent, not when the transaction commits, because by then
somebody else may be active. A task without it is refused; one with it runs in a context of
its own, with the site's time zone. Messages carry identifiers and never personal data, and
tasks are safe to repeat: re-read, leave if it is done, act.
"""

import zoneinfo
from typing import Any

from celery import current_app, shared_task
from celery.contrib.django.task import DjangoTask
from celery.result import AsyncResult
from django.db import transaction
from django.utils import timezone

from core.partners.context import OWNER, PROGRAMME, Activation, activated, current
from core.partners.directory import find_slug, open_sites
from core.partners.enums import HostKind
from core.partners.models import Partner

HEADER = "pace_partner"
OWNER_NAME = "owner"


class TaskWithoutPartner(RuntimeError):
    """A task was sent or arrived without saying for whom it works."""


def name_of(target: Any) -> str:
    """What stands in the header for a partner, an activation or a name that is one already."""
    if isinstance(target, str):
        return target
    if isinstance(target, Partner):
        return target.slug
    if isinstance(target, Activation):
        if target.kind == HostKind.OWNER:
            return OWNER_NAME
        if target.kind in (HostKind.PARTNER, HostKind.PROGRAMME):
            return target.slug
    raise TaskWithoutPartner(f"{target!r} has no background work.")


def activation_named(name: str) -> Activation:
    """Whom a header means. Raises `TaskWithoutPartner` when there is nobody of that name."""
    found = OWNER if name == OWNER_NAME else find_slug(name)
    if found is None:
        raise TaskWithoutPartner(f"There is no partner called {name!r}.")
    return found


class PartnerTask(DjangoTask):
    """Base of every task. Without a header of its own it works for whoever is active."""

    abstract = True

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run as the partner of the header; a plain Python call runs as whoever is active."""
        if self.request.called_directly:
            return self.run(*args, **kwargs)
        activation = activation_named(self._header())
        with activated(activation), timezone.override(zoneinfo.ZoneInfo(activation.time_zone)):
            return self.run(*args, **kwargs)

    def _header(self) -> str:
        # A worker finds the header on the request itself, an eager call in its `headers`.
        name = getattr(self.request, HEADER, None) or (self.request.headers or {}).get(HEADER)
        if not name:
            raise TaskWithoutPartner(f"{self.name} does not say for whom it works.")
        return name

    def apply_async(self, args=None, kwargs=None, **options: Any) -> AsyncResult:
        """Send the task, for the partner of the header or else for whoever is active."""
        headers = {HEADER: name_of(current())} if not _has_header(options) else {}
        options["headers"] = {**headers, **(options.get("headers") or {})}
        return super().apply_async(args, kwargs, **options)

    def apply_async_on_commit(self, args=None, kwargs=None, **options: Any) -> None:
        """Send after the commit, for whoever is active now."""
        if not _has_header(options):
            options["headers"] = {
                **(options.get("headers") or {}),
                HEADER: name_of(current()),
            }
        # Robust: what was committed stays true when the queue cannot be reached just now; the
        # failure is logged, and whoever needs the task sweeps for what it left behind.
        transaction.on_commit(lambda: self.apply_async(args, kwargs, **options), robust=True)

    def delay_on_commit(self, *args: Any, **kwargs: Any) -> None:
        """As `delay`, after the commit and for whoever is active now."""
        self.apply_async_on_commit(args, kwargs)


def _has_header(options: dict[str, Any]) -> bool:
    return bool((options.get("headers") or {}).get(HEADER))


def send(task: PartnerTask, *args: Any, partner: Any = None, **options: Any) -> None:
    """Send `task(*args)` once the transaction commits, to work for `partner`.

    `partner` is a slug, "programme", "owner", a `Partner` or an `Activation`; None means
    whoever is active now. `args` are identifiers, never personal data.
    """
    headers = {HEADER: name_of(partner if partner is not None else current())}
    task.apply_async_on_commit(args, headers=headers, **options)


@shared_task(name="partners.send_to_all")
def send_to_all(task_name: str) -> int:
    """The scheduler's dispatcher: send a task for each open partner and for the programme.

    Returns how many were sent. The scheduler itself knows no partners.
    """
    names = [PROGRAMME.slug, *(site.slug for site in open_sites())]
    for name in names:
        current_app.send_task(task_name, headers={HEADER: name})
    return len(names)
