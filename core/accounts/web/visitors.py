"""Where a request comes from, and where it may be sent."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.http import url_has_allowed_host_and_scheme

from core.accounts.limits import network_of


def network(request: HttpRequest) -> str:
    """The visitor's network, as limits count it.

    `X-Forwarded-For` is believed only as far as our own proxies wrote it: `TRUSTED_PROXIES`
    entries from the right. What stands further left the visitor may have made up.
    """
    trusted = getattr(settings, "TRUSTED_PROXIES", 0)
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if trusted and len(forwarded) >= trusted:
        return network_of(forwarded[-trusted])
    return network_of(request.META.get("REMOTE_ADDR", ""))


def next_address(request: HttpRequest, fallback: str = "") -> str:
    """The address asked for in `next` if it is on this host, else `fallback` or the start."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return wanted
    return fallback or get_script_prefix()
