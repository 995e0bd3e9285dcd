"""The frame's navigation: apps say which tasks they offer, the frame shows what a role may do.

An item belongs to a host: "site" (a partner's own address) or "programme". Roles are plain
role codes, because this app knows nobody; an empty set means everyone who is signed in.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse

HOSTS = ("site", "programme")
MOBILE_PLACES = 4
"""Places in the bottom bar of a phone: what a thumb reaches and a reader remembers."""


@dataclass(frozen=True)
class NavigationItem:
    """One task. `section` groups items ("daily", "figures", "manage"), `order` sorts them.

    `label` is a lazily translated text, `icon` a name from `core/ui/icons/`. Items with
    `mobile=True` stand in the bottom bar of a phone: the first four that a role may see. Roles in
    `daily_for` do this every day: for them it has a place before items of a lower order.
    """

    host: str
    section: str
    label: Any
    url_name: str
    icon: str
    roles: Collection[str] = field(default_factory=frozenset)
    order: int = 100
    mobile: bool = False
    daily_for: Collection[str] = field(default_factory=frozenset)


@dataclass
class NavigationEntry:
    """An item as one reader sees it on one page."""

    label: str
    url: str
    icon: str
    section: str
    current: bool
    mobile: bool
    starts_section: bool = False
    daily: bool = False


class Navigation:
    """A register of items; the platform has one, tests build their own."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, str], NavigationItem] = {}

    def register(self, item: NavigationItem) -> None:
        """Add an item; a host that we do not have or a page that is already there is refused."""
        if item.host not in HOSTS:
            raise ValueError(f"Navigation host {item.host!r} is none of {HOSTS}")
        key = (item.host, item.url_name)
        if key in self._items and self._items[key] != item:
            raise ValueError(f"Navigation already has {item.url_name!r} on {item.host!r}")
        self._items[key] = item

    def items(self, host: str) -> list[NavigationItem]:
        """All items of a host in their order."""
        return sorted(
            (item for item in self._items.values() if item.host == host),
            key=lambda item: (item.order, item.url_name),
        )

    def items_for(self, host: str, user: Any, current_path: str) -> list[NavigationEntry]:
        """What this user may do on this host, with the entry of the current page marked."""
        if not getattr(user, "is_authenticated", False):
            return []
        entries = [
            entry
            for item in self.items(host)
            if _is_offered(item, user) and (entry := _entry(item, user)) is not None
        ]
        _mark_current(entries, current_path)
        _mark_places(entries)
        return entries


def _is_offered(item: NavigationItem, user: Any) -> bool:
    return not item.roles or bool(user.has_role(*item.roles))


def _entry(item: NavigationItem, user: Any) -> NavigationEntry | None:
    """None where this host's addresses do not know the page."""
    try:
        url = reverse(item.url_name)
    except NoReverseMatch:
        return None
    daily = bool(item.daily_for) and bool(user.has_role(*item.daily_for))
    return NavigationEntry(
        str(item.label), url, item.icon, item.section, False, item.mobile, daily=daily
    )


def _mark_current(entries: Iterable[NavigationEntry], current_path: str) -> None:
    """The entry whose address is the longest beginning of the current one."""
    fitting = [entry for entry in entries if current_path.startswith(entry.url)]
    exact = [entry for entry in fitting if entry.url == current_path]
    deep = [entry for entry in fitting if entry.url.count("/") > 1]
    if candidates := exact or deep:
        max(candidates, key=lambda entry: len(entry.url)).current = True


def _mark_places(entries: list[NavigationEntry]) -> None:
    """Bottom bar: four, daily ones before others; where a section begins, the rail draws a line."""
    wanted = sorted((entry for entry in entries if entry.mobile), key=lambda one: not one.daily)
    for entry in wanted[MOBILE_PLACES:]:
        entry.mobile = False
    previous = entries[0].section if entries else ""
    for entry in entries:
        entry.starts_section, previous = entry.section != previous, entry.section


registry = Navigation()
register = registry.register
items_for = registry.items_for
