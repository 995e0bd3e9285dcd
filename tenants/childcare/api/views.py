"""Childcare over the API: the same services and the same rows as on the screen."""

from datetime import date
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound
from rest_framework.generics import DestroyAPIView, GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from core.audit.services import record_view
from core.sites.selectors import NoConfiguration
from tenants.childcare import services
from tenants.childcare.api import serializers
from tenants.childcare.models import Attendance
from tenants.childcare.permissions import CARE_ROLES
from tenants.childcare.selectors import day_in_care
from tenants.families.api.doors import refusals_by_field

ROLES = sorted(CARE_ROLES)
ON = OpenApiParameter("on", date, description="Attendances of this day only.")


class AttendancesView(ListAPIView):
    """Attendances, the latest first; and recording one."""

    access_roles = {"GET": ROLES, "POST": ROLES}
    serializer_class = serializers.AttendanceSerializer
    queryset = Attendance.objects.none()

    def get_queryset(self) -> Any:
        attendances = Attendance.objects.visible_to(self.request.user)
        on = _day(self.request.query_params.get("on", ""))
        if on is not None:
            attendances = attendances.on_day(on)
        return attendances.select_related("session", "child").order_by("-session__on", "-id")

    @extend_schema(parameters=[ON])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Attendances, the latest first. Who was in care is read: that is logged."""
        which = request.query_params.get("on", "") or "all"
        record_view(by=request.user, object_type="childcare.attendance", object_id=which[:64])
        return super().get(request, *args, **kwargs)

    @extend_schema(
        request=serializers.NewAttendanceSerializer,
        responses={
            status.HTTP_201_CREATED: serializers.RecordedSerializer,
            status.HTTP_200_OK: serializers.RecordedSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Record that a child came. 200 instead of 201: it was recorded before."""
        asked = serializers.NewAttendanceSerializer(
            data=request.data, context=self.get_serializer_context()
        )
        asked.is_valid(raise_exception=True)
        with refusals_by_field():
            recorded = services.record_attendance(by=request.user, **asked.validated_data)
        recorded.attendance.warning = recorded.warning
        answer = serializers.RecordedSerializer(recorded.attendance).data
        done = status.HTTP_200_OK if recorded.repeated else status.HTTP_201_CREATED
        return Response(answer, status=done)


class AttendanceView(DestroyAPIView):
    """Take back an attendance that was recorded by mistake."""

    access_roles = {"DELETE": ROLES}
    serializer_class = serializers.AttendanceSerializer
    queryset = Attendance.objects.none()

    def get_queryset(self) -> Any:
        return Attendance.objects.visible_to(self.request.user)

    def perform_destroy(self, instance: Attendance) -> None:
        services.undo_attendance(attendance=instance, by=self.request.user)


class DayView(GenericAPIView):
    """A day in care: its day-parts, places, and the children by first name and initial."""

    access_roles = {"GET": ROLES}
    serializer_class = serializers.DayPartInCareSerializer
    pagination_class = None

    @extend_schema(responses=serializers.DayPartInCareSerializer(many=True))
    def get(self, request: Request, on: date) -> Response:
        """The day-parts of a day with who came."""
        try:
            parts = day_in_care(request.user, on)
        except NoConfiguration as missing:
            raise NotFound(str(missing)) from missing
        record_view(by=request.user, object_type="childcare.day", object_id=on.isoformat())
        return Response(self.get_serializer(parts, many=True).data)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
