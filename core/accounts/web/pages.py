"""The same pages serve a site and the programme, each in its own frame."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LAYOUTS = {"partner": "layouts/site.html", "programme": "layouts/programme.html"}


def page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render `template`, which extends `layout`, in the frame of the request's host."""
    kind = getattr(getattr(request, "activation", None), "kind", "")
    frame = {"layout": LAYOUTS.get(kind, "layouts/plain.html")}
    return render(request, template, frame | context, status=status)
