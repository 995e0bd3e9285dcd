"""URLs of a partner's host."""

from django.urls import include, path

from core.accounts.web.urls import plain_urlpatterns
from pace.urls.common import common_patterns, error_handlers, sections

urlpatterns = [
    path("accounts/", include("core.accounts.web.urls")),
    path("", include(plain_urlpatterns)),
    *sections(
        ("", "tenants.families.web.urls"),
        ("guidance/", "tenants.guidance.web.urls"),
        ("childcare/", "tenants.childcare.web.urls"),
        ("learning/", "tenants.learning.web.urls"),
        ("figures/", "tenants.reporting.web.urls"),
        ("settings/", "core.sites.web.urls"),
    ),
    *sections(
        ("api/v1/", "core.accounts.api.urls"),
        ("api/v1/", "core.sites.api.urls"),
        ("api/v1/", "tenants.families.api.urls"),
        ("api/v1/", "tenants.guidance.api.urls"),
        ("api/v1/", "tenants.childcare.api.urls"),
        ("api/v1/", "tenants.learning.api.urls"),
        ("api/v1/", "tenants.reporting.api.urls"),
    ),
    *common_patterns,
]
handler400, handler403, handler404, handler500 = error_handlers
