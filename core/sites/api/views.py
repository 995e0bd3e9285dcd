"""The configuration over the API: what holds on a day, and every version there was."""

from datetime import date

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.generics import ListAPIView, RetrieveAPIView

from core.sites.api.serializers import ConfigurationSerializer, VersionSerializer
from core.sites.models import ConfigurationVersion
from core.sites.permissions import READER_ROLES
from core.sites.selectors import (
    NoConfiguration,
    configuration_on,
    configuration_versions,
    current_configuration,
)

ON = OpenApiParameter("on", date, description="The version in force on this day; today without.")


@extend_schema(parameters=[ON])
class ConfigurationView(RetrieveAPIView):
    """The configuration in force today, or on the day asked for."""

    access_roles = {"GET": list(READER_ROLES)}
    serializer_class = ConfigurationSerializer
    queryset = ConfigurationVersion.objects.none()

    def get_object(self) -> ConfigurationVersion:
        asked = self.request.query_params.get("on")
        try:
            return configuration_on(_day(asked)) if asked else current_configuration()
        except NoConfiguration as missing:
            raise NotFound(str(missing)) from missing


class VersionsView(ListAPIView):
    """Every published version, the newest first."""

    access_roles = {"GET": list(READER_ROLES)}
    serializer_class = VersionSerializer
    queryset = ConfigurationVersion.objects.none()

    def get_queryset(self):
        return configuration_versions(self.request.user)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValidationError({"on": "A date such as 2026-11-22."}) from None
