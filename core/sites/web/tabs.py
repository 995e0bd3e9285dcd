"""The parts of the settings, each with an address of its own."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

PARTS = {
    "overview": _("Overview"),
    "target_groups": _("Target groups"),
    "care": _("Childcare"),
    "practice": _("How we count"),
    "lists": _("Lists"),
    "languages": _("Languages and place"),
    "rules": _("Rules"),
    "versions": _("Versions"),
}


@dataclass(frozen=True)
class Tab:
    """One part, as the tab bar draws it."""

    label: Any
    href: str
    current: bool
    count: int | None = None


def tabs(current: str, query: str) -> list[Tab]:
    """All parts; `query` keeps the version that is looked at ("?version=2" or "")."""
    return [
        Tab(label, reverse(f"settings:{name}") + query, name == current)
        for name, label in PARTS.items()
    ]
