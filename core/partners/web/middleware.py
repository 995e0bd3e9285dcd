"""From a host name to an active partner: the first thing that happens to a request."""

import zoneinfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import set_script_prefix
from django.utils import timezone

from core.partners.context import PUBLIC, Activation, activate
from core.partners.directory import find_host, find_slug
from core.partners.enums import PartnerState

FOLDER = "/t/"


class HostMiddleware:
    """Resolve the host (or `/t/<slug>/`), activate it, choose its URLs and time zone.

    Sets `request.activation`. An unknown host gets a 404, a paused or archived site a notice;
    neither touches a partner's schema.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request as the partner that its address names."""
        activation, prefix = self._resolve(request)
        request.activation = activation or PUBLIC
        request.urlconf = settings.HOST_URLCONFS[request.activation.kind]
        activate(request.activation)
        set_script_prefix(prefix + "/")
        if activation is None:
            return render(request, "404.html", status=404)
        if activation.state != PartnerState.ACTIVE:
            return render(request, "partners/closed.html", {"partner": activation}, status=503)
        with timezone.override(zoneinfo.ZoneInfo(activation.time_zone)):
            if not prefix:
                return self.get_response(request)
            with_plain_cookies(request, activation)
            response = self.get_response(request)
            with_slug_cookies(response, activation, prefix)
            return response

    def _resolve(self, request: HttpRequest) -> tuple[Activation | None, str]:
        host = request.get_host().rsplit(":", 1)[0].lower()
        if settings.PACE_SUBFOLDERS and request.path_info.startswith(FOLDER):
            slug, _slash, rest = request.path_info.removeprefix(FOLDER).partition("/")
            activation = find_slug(slug)
            if activation is not None:
                prefix = f"{FOLDER}{slug}"
                request.path_info = f"/{rest}"
                request.META["SCRIPT_NAME"] = prefix
                request.path = prefix + request.path_info
                return activation, prefix
        return find_host(host), ""


def cookie_names() -> tuple[str, ...]:
    """The cookies that belong to one host, and under `/t/<slug>/` to one slug."""
    return (
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",
    )


def with_plain_cookies(request: HttpRequest, activation: Activation) -> None:
    """Show the request this slug's cookies under their usual names, and no other's."""
    for name in cookie_names():
        request.COOKIES.pop(name, None)
        value = request.COOKIES.get(f"{name}-{activation.slug}")
        if value is not None:
            request.COOKIES[name] = value


def with_slug_cookies(response: HttpResponse, activation: Activation, prefix: str) -> None:
    """Send cookies back under the slug's name and path."""
    for name in cookie_names():
        if name not in response.cookies:
            continue
        morsel = response.cookies.pop(name)
        renamed = f"{name}-{activation.slug}"
        response.cookies[renamed] = morsel.value
        response.cookies[renamed].update(dict(morsel.items()))
        response.cookies[renamed]["path"] = prefix + "/"
