"""What can be recorded from a family's file: buttons that the other apps offer.

`url_name` is reversed with the keyword argument `reference` (the family's), as in
`path("families/<str:reference>/contact/", ...)`.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from core.accounts.access import has_one_of
from tenants.families.models import Family


@dataclass(frozen=True)
class RecordAction:
    """A thing to record. `label` is lazily translated ("Record a contact"), `roles` may do it.

    `in_states` names the states (`tenants.families.states`) of families it makes sense for, such
    as "in_guidance"; empty is always.
    """

    label: Any
    icon: str
    url_name: str
    roles: Collection[str] = field(default_factory=frozenset)
    order: int = 100
    in_states: Collection[str] = field(default_factory=frozenset)

    def fits(self, family: Family) -> bool:
        """Is it offered in the family's state? A family without `state` gets everything."""
        state = getattr(family, "state", None)
        return not self.in_states or state is None or state in self.in_states


@dataclass(frozen=True)
class OfferedAction:
    """An action as one reader sees it on one family's file."""

    label: str
    icon: str
    href: str


class Actions:
    """A register of actions; the platform has one, tests build their own."""

    def __init__(self) -> None:
        self._actions: dict[str, RecordAction] = {}

    def register(self, action: RecordAction) -> None:
        """Add an action; a second one for the same page is refused."""
        if action.url_name in self._actions:
            raise ValueError(f"There is already an action for {action.url_name!r}")
        self._actions[action.url_name] = action

    def offered(self, family: Family, user: Any) -> list[OfferedAction]:
        """The actions this user may take on a family, in their order."""
        return [
            OfferedAction(
                label=str(action.label),
                icon=action.icon,
                href=reverse(action.url_name, kwargs={"reference": family.reference}),
            )
            for action in sorted(self._actions.values(), key=lambda item: item.order)
            if has_one_of(user, frozenset(action.roles)) and action.fits(family)
        ]


actions = Actions()
register = actions.register
offered = actions.offered
