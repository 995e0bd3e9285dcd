"""The style guide: every component in every state, for who builds pages and for the tests."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.ui.web import samples


def styleguide(request: HttpRequest) -> HttpResponse:
    """All components on one page, on invented samples; reads and writes nothing."""
    return render(request, "ui/styleguide.html", samples.context(request))
