"""Who is asking, and whether the view is meant for them: settled before the view runs."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from core.accounts.access import ANYBODY, NotPermitted


class HostAuthenticationMiddleware(AuthenticationMiddleware):
    """Django's own, except on the public host, where everybody is a stranger.

    There are no accounts there, and its database role may not read sessions: a cookie that
    somebody made up must not bring the page down.
    """

    def process_request(self, request: HttpRequest) -> None:
        if request.activation.kind == "public":
            request.user = AnonymousUser()
        else:
            super().process_request(request)


class DeclaredAccessMiddleware:
    """A view without a declaration is refused; so is a person without the role."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        declared = getattr(view, "access", None)
        if declared is not None and declared.is_open:
            return None
        if declared is None and hasattr(getattr(view, "cls", None), "access_roles"):
            return self._leave_to_the_api(request, view.cls)
        if declared is None:
            return self._undeclared(request, view)
        if not request.user.is_authenticated:
            return sign_in_first(request)
        if not declared.allows(request.user):
            return refuse(request)
        return None

    def _leave_to_the_api(self, request: HttpRequest, view_class: Any) -> HttpResponse | None:
        """`DeclaredAccess` judges the role; only who is not signed in is answered here."""
        roles = view_class.access_roles.get("GET" if request.method == "HEAD" else request.method)
        if roles == ANYBODY or request.user.is_authenticated:
            return None
        return sign_in_first(request)

    def _undeclared(self, request: HttpRequest, view: Any) -> HttpResponse:
        if settings.DEBUG:
            name = getattr(view, "__qualname__", repr(view))
            raise ImproperlyConfigured(
                f"{name} does not say who may open it: requires(...) or open_to_all(why=...)."
            )
        return refuse(request)


def is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def refuse(request: HttpRequest) -> HttpResponse:
    """403: as JSON for a program; a person gets the page of `handler403`."""
    text = _("Your role does not allow this. Ask your administrator.")
    if is_api(request):
        return JsonResponse({"detail": text}, status=403)
    raise NotPermitted(text)


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """401 for a program; a person goes to the sign-in page and comes back afterwards."""
    if is_api(request):
        return JsonResponse({"detail": _("Sign in first.")}, status=401)
    address = resolve_url(settings.LOGIN_URL)
    live = request.headers.get("HX-Request") == "true"
    if request.method in ("GET", "HEAD") and not live:
        address = f"{address}?{urlencode({'next': request.get_full_path()})}"
    if live:
        # A fragment's place is no place for a sign-in page: htmx loads it as a whole page.
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)
