"""Learning over the API: the same services and the same rows as on the screen."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import GenericAPIView, ListCreateAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from tenants.families.api.doors import LoggedReading, refusals_by_field
from tenants.learning import services
from tenants.learning.api import serializers
from tenants.learning.models import TrainingParticipation, Volunteering
from tenants.learning.permissions import LEARNING_ROLES

ROLES = sorted(LEARNING_ROLES)
FAMILY = OpenApiParameter("family", str, description="Reference of a family, as F-2026-0001.")


class _OfFamilies(LoggedReading, ListCreateAPIView):
    """Rows of the site, the latest first, perhaps of one family; and recording one."""

    access_roles = {"GET": ROLES, "POST": ROLES}

    def get_queryset(self) -> Any:
        rows = self.queryset.model.objects.visible_to(self.request.user)
        reference = self.request.query_params.get("family", "")
        if reference:
            rows = rows.filter(family__reference=reference)
        return rows.select_related("family").order_by("-started_on", "-id")


@extend_schema(parameters=[FAMILY], methods=["GET"])
class TrainingsView(_OfFamilies):
    """Trainings, the latest first; and recording one."""

    logged_as = "learning.trainingparticipation"
    serializer_class = serializers.TrainingSerializer
    queryset = TrainingParticipation.objects.none()

    def perform_create(self, serializer: Any) -> None:
        with refusals_by_field():
            serializer.instance = services.record_training(
                by=self.request.user, **serializer.validated_data
            )


@extend_schema(parameters=[FAMILY], methods=["GET"])
class VolunteeringView(_OfFamilies):
    """Volunteering, the latest first; and recording it."""

    logged_as = "learning.volunteering"
    serializer_class = serializers.VolunteeringSerializer
    queryset = Volunteering.objects.none()

    def perform_create(self, serializer: Any) -> None:
        with refusals_by_field():
            serializer.instance = services.record_volunteering(
                by=self.request.user, **serializer.validated_data
            )


@extend_schema(responses=serializers.TrainingSerializer)
class TrainingEndView(GenericAPIView):
    """Record how a training ended."""

    access_roles = {"POST": ROLES}
    serializer_class = serializers.TrainingEndSerializer
    queryset = TrainingParticipation.objects.none()

    def get_queryset(self) -> Any:
        return TrainingParticipation.objects.visible_to(self.request.user)

    def post(self, request: Request, pk: int) -> Response:
        training = self.get_object()
        asked = self.get_serializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = dict(asked.validated_data)
        with refusals_by_field():
            training = services.complete_training(
                training=training, on=given.pop("ended_on"), by=request.user, **given
            )
        return Response(serializers.TrainingSerializer(training).data)


@extend_schema(responses=serializers.VolunteeringSerializer)
class VolunteeringEndView(GenericAPIView):
    """Record the last day of volunteering."""

    access_roles = {"POST": ROLES}
    serializer_class = serializers.VolunteeringEndSerializer
    queryset = Volunteering.objects.none()

    def get_queryset(self) -> Any:
        return Volunteering.objects.visible_to(self.request.user)

    def post(self, request: Request, pk: int) -> Response:
        volunteering = self.get_object()
        asked = self.get_serializer(data=request.data)
        asked.is_valid(raise_exception=True)
        with refusals_by_field():
            volunteering = services.end_volunteering(
                volunteering=volunteering, on=asked.validated_data["ended_on"], by=request.user
            )
        return Response(serializers.VolunteeringSerializer(volunteering).data)
