"""Domain events between apps that may not know each other.

Whoever announces does not know who listens. Handlers are plain functions that run at once, in
the announcer's transaction: if one refuses, nothing has happened. Subscribe in
`AppConfig.ready()`; a handler takes the payload as keyword arguments.

    subscribe(GUIDANCE_REQUESTED, open_case)        # open_case(*, guardian, on, by, **rest)
    announce(GUIDANCE_REQUESTED, guardian=guardian, on=on, by=by, target_group=code)

A handler should accept `**rest`, so that a payload can grow.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from django.db import transaction

#: Guidance of a parent is to start. Payload: guardian, on (date), by (user), target_group (code).
GUIDANCE_REQUESTED = "families.guidance_requested"

#: A parent is to be placed on the waiting list. Payload: guardian, since (date), by (user).
WAITING_REQUESTED = "families.waiting_requested"

Handler: TypeAlias = Callable[..., Any]


class Events:
    """Who listens to what; the platform has one register, tests build their own."""

    def __init__(self) -> None:
        self._handlers: dict[str, list[Handler]] = {}

    def subscribe(self, event_name: str, handler: Handler) -> None:
        """Let `handler` be called at each `event_name`, after those who subscribed before."""
        handlers = self._handlers.setdefault(event_name, [])
        if handler in handlers:
            raise ValueError(f"{handler.__name__} already listens to {event_name!r}")
        handlers.append(handler)

    def announce(self, event_name: str, **payload: Any) -> list[Any]:
        """Call every handler, all or nothing; returns what they returned."""
        with transaction.atomic():
            return [handler(**payload) for handler in self._handlers.get(event_name, [])]


events = Events()
subscribe = events.subscribe
announce = events.announce
