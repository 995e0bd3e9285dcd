"""In which language somebody reads.

What the person chose, else what this browser chose, else what the browser prefers, else the
first language of the site: always one that the site has switched on.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header


def enabled_languages(request: Any) -> list[str]:
    """The codes this host offers, its default first; all of the platform's without a host."""
    known = [code for code, _name in settings.LANGUAGES]
    activation = getattr(request, "activation", None)
    chosen = [code for code in getattr(activation, "languages", known) if code in known]
    return chosen or known


def preferred_language(request: Any) -> str:
    """The code to answer `request` in."""
    enabled = enabled_languages(request)
    wishes = [
        getattr(request.user, "language", ""),
        request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""),
    ]
    for wish in wishes:
        if wish in enabled:
            return wish
    return _from_browser(request.headers.get("Accept-Language", ""), enabled) or enabled[0]


def _from_browser(header: str, enabled: Iterable[str]) -> str | None:
    """The best of `enabled` for an Accept-Language header: exactly, else by its language.

    "nl" is answered in the Dutch that the site speaks, "en-US" in British English.
    """
    for wish, _weight in parse_accept_lang_header(header.lower()[:500]):
        for code in enabled:
            if code == wish:
                return code
        for code in enabled:
            if code.split("-")[0] == wish.split("-")[0]:
                return code
    return None


class PreferredLanguageMiddleware:
    """Activates the language for the request. Stands behind the host's and the user's."""

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> Any:
        code = preferred_language(request)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response.headers.setdefault("Content-Language", code)
        return response
