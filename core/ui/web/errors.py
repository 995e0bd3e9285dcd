"""Pages for errors: calm, without a database, and with a way on.

The page for a fault of ours is rendered without the request, because whatever failed may fail
again in a context processor.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import strip_tags


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be read."""
    return HttpResponse(render_to_string("400.html", request=request), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: shows the reason where the refusal gives one."""
    reason = strip_tags(str(exception)) if exception else ""
    return HttpResponse(render_to_string("403.html", {"reason": reason}, request), status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing is here, or nothing that this reader may know of."""
    return HttpResponse(render_to_string("404.html", request=request), status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: rendered without the request and so without its database."""
    return HttpResponse(render_to_string("500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is missing or old."""
    return HttpResponse(render_to_string("403_csrf.html", request=request), status=403)
