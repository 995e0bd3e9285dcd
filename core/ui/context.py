"""Context processor for the frame: what site this is and what the reader may do here.

It reads `request.activation`, which the partner middleware sets, and lives without it: error
pages are served before any middleware has run.
"""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.ui.navigation import items_for

AUTONYMS = {"nl": "Nederlands", "fr": "Français", "en": "English"}
"""A language is called what its speakers call it."""

SEARCH_PAGE = "families:list"
"""Page that the search field asks; only a name, the page belongs to who registers it."""

HOST_OF_KIND = {"partner": "site", "programme": "programme"}


@dataclass
class Site:
    """What the frame shows of the place where the reader is."""

    name: str = "PACE"
    slug: str = ""
    kind: str = "public"
    country: str = ""
    languages: list[tuple[str, str]] = field(default_factory=list)
    language_label: str = ""


def autonym(code: str) -> str:
    """Name of a language in that language: "nl-be" is "Nederlands"."""
    return AUTONYMS.get(code.lower()[:2], code)


def _languages(activation: Any) -> list[tuple[str, str]]:
    """Languages of this host; entries may be codes or (code, label) pairs."""
    chosen = getattr(activation, "languages", None) or [code for code, _label in settings.LANGUAGES]
    pairs = [(item, autonym(item)) if isinstance(item, str) else tuple(item) for item in chosen]
    return _tell_apart(pairs)


def _tell_apart(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Two kinds of Dutch on one host get their country beside them."""
    labels = [label for _code, label in pairs]
    return [
        (code, f"{label} ({code[3:].upper()})" if labels.count(label) > 1 and code[3:] else label)
        for code, label in pairs
    ]


def site_of(request: HttpRequest) -> Site:
    """The site that this request belongs to, with defaults for everything that is missing."""
    activation = getattr(request, "activation", None)
    kind = getattr(activation, "kind", "") or "public"
    fallback = _("PACE programme") if kind == "programme" else "PACE"
    return Site(
        name=str(getattr(activation, "name", "") or fallback),
        slug=getattr(activation, "slug", "") or "",
        kind=kind,
        country=getattr(activation, "country", "") or "",
        languages=_languages(activation),
        language_label=autonym(get_language() or settings.LANGUAGE_CODE),
    )


def _search_url(entries: Any) -> str:
    """Where the search field leads: the list of families, for who may open it."""
    try:
        url = reverse(SEARCH_PAGE)
    except NoReverseMatch:
        return ""
    return url if any(entry.url == url for entry in entries) else ""


def interface(request: HttpRequest) -> dict[str, Any]:
    """`site` and `navigation` for the layouts; both worked out only when a page uses them."""
    site = SimpleLazyObject(lambda: site_of(request))

    def navigation() -> list[Any]:
        host = HOST_OF_KIND.get(site.kind, "")
        return items_for(host, getattr(request, "user", None), request.path) if host else []

    entries = SimpleLazyObject(navigation)
    search_url = SimpleLazyObject(lambda: _search_url(entries))
    return {
        "home": get_script_prefix(),
        "site": site,
        "navigation": entries,
        "search_url": search_url,
    }
