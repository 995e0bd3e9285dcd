"""The addresses that the frame refers to, so that its tests need no other app."""

from django.http import HttpResponse
from django.urls import include, path


def nowhere(request):
    """A page for addresses only."""
    return HttpResponse()


families = ([path("", nowhere, name="list")], "families")

urlpatterns = [
    path("accounts/logout/", nowhere, name="account_logout"),
    path("language/", nowhere, name="set_language"),
    path("families/", include(families)),
]
