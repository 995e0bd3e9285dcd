"""What every host offers: the API's description, the style guide, pages for errors."""

from django.urls import include, path
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView

from core.accounts.access import declare
from core.accounts.enums import PROGRAMME_ROLES, SITE_ROLES
from core.accounts.web import urls as account_urls
from core.ui.web.views import styleguide


def sections(*entries: tuple[str, str]) -> list:
    """URL entries of apps: pairs of a prefix and a module with `urlpatterns`."""
    return [path(prefix, include(module)) for prefix, module in entries]


class HostDescriptionView(SpectacularAPIView):
    """The description of the API of the host that is asked: a partner's, or the programme's."""

    @extend_schema(exclude=True)
    def get(self, request, *args, **kwargs):
        """The OpenAPI document in JSON or YAML."""
        self.urlconf = getattr(request, "urlconf", None)
        return super().get(request, *args, **kwargs)


language_patterns = [
    pattern for pattern in account_urls.plain_urlpatterns if pattern.name == "set_language"
]
common_patterns = [
    path(
        "api/v1/openapi.json",
        declare(HostDescriptionView.as_view(), *SITE_ROLES, *PROGRAMME_ROLES),
        name="openapi",
    ),
    path(
        "styleguide/",
        declare(styleguide, open_because="It shows the parts of the interface, and no data."),
        name="styleguide",
    ),
]
error_handlers = (
    "core.ui.web.errors.bad_request",
    "core.ui.web.errors.forbidden",
    "core.ui.web.errors.not_found",
    "core.ui.web.errors.server_error",
)
