"""URLs of the programme's host: the shared layer."""

from django.urls import include, path

from core.accounts.web.urls import plain_urlpatterns
from pace.urls.common import common_patterns, error_handlers, sections

urlpatterns = [
    path("accounts/", include("core.accounts.web.urls")),
    path("", include(plain_urlpatterns)),
    *sections(("", "core.comparison.web.urls")),
    *sections(
        ("api/v1/", "core.accounts.api.urls"),
        ("api/v1/", "core.comparison.api.urls"),
    ),
    *common_patterns,
]
handler400, handler403, handler404, handler500 = error_handlers
