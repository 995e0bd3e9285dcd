"""Guidance over the API: the same services and the same rows as on the screen.

Guidance starts through the decision on a family; here it is read, handed over and ended.
"""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import status
from rest_framework.generics import GenericAPIView, ListAPIView, ListCreateAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from tenants.families.api.doors import LoggedReading, refusals_by_field
from tenants.guidance import services
from tenants.guidance.api import serializers
from tenants.guidance.models import Case, Contact, WorkSpell
from tenants.guidance.permissions import GUIDANCE_ROLES

ROLES = sorted(GUIDANCE_ROLES)
FAMILY = OpenApiParameter("family", str, description="Reference of a family, as F-2026-0001.")
RUNNING = OpenApiParameter("running", bool, description="true: running ones, false: ended ones.")
CASE = OpenApiParameter("case", int, description="Number of a case.")
FLAGS = {"true": True, "false": False}


@extend_schema(parameters=[FAMILY, RUNNING])
class CasesView(LoggedReading, ListAPIView):
    """The cases of the site, the latest first."""

    logged_as = "guidance.case"
    access_roles = {"GET": ROLES}
    serializer_class = serializers.CaseSerializer
    queryset = Case.objects.none()

    def get_queryset(self) -> Any:
        cases = _of_family(self.request, Case.objects.visible_to(self.request.user))
        running = FLAGS.get(self.request.query_params.get("running", ""))
        if running is not None:
            cases = cases.filter(ended_on__isnull=running)
        return cases.select_related("family").order_by("-started_on", "-id")


class CaseView(LoggedReading, RetrieveAPIView):
    """One case."""

    logged_as = "guidance.case"
    access_roles = {"GET": ROLES}
    serializer_class = serializers.CaseSerializer
    queryset = Case.objects.none()

    def get_queryset(self) -> Any:
        return Case.objects.visible_to(self.request.user).select_related("family")


class _CaseStep(GenericAPIView):
    """Something happens with one case; the answer is the case as it is then."""

    access_roles = {"POST": ROLES}
    queryset = Case.objects.none()

    def get_queryset(self) -> Any:
        return Case.objects.visible_to(self.request.user)

    def post(self, request: Request, pk: int) -> Response:
        case = self.get_object()
        asked = self.get_serializer(data=request.data)
        asked.is_valid(raise_exception=True)
        with refusals_by_field():
            case = self.step(case, **asked.validated_data)
        return Response(serializers.CaseSerializer(case).data)

    def step(self, case: Case, **asked: Any) -> Case:
        """Call the service."""
        raise TypeError("A step says what it does.")


@extend_schema(responses=serializers.CaseSerializer)
class CaseCoachView(_CaseStep):
    """Hand a running case over."""

    serializer_class = serializers.CaseCoachSerializer

    def step(self, case: Case, **asked: Any) -> Case:
        return services.assign_coach(case=case, coach=asked["coach"], by=self.request.user)


@extend_schema(responses=serializers.CaseSerializer)
class CaseEndView(_CaseStep):
    """End guidance, with a reason."""

    serializer_class = serializers.CaseEndSerializer

    def step(self, case: Case, **asked: Any) -> Case:
        return services.end_guidance(
            case=case, on=asked["ended_on"], reason=asked["end_reason"], by=self.request.user
        )


@extend_schema(parameters=[FAMILY, CASE], methods=["GET"])
class ContactsView(LoggedReading, ListCreateAPIView):
    """Contacts and attempts, the latest first; and recording one."""

    logged_as = "guidance.contact"
    access_roles = {"GET": ROLES, "POST": ROLES}
    serializer_class = serializers.ContactSerializer
    queryset = Contact.objects.none()

    def get_queryset(self) -> Any:
        contacts = Contact.objects.visible_to(self.request.user)
        contacts = _of_family(self.request, contacts, "case__family__reference")
        case = self.request.query_params.get("case", "")
        return (contacts.filter(case=int(case)) if case.isdecimal() else contacts).newest_first()

    def perform_create(self, serializer: Any) -> None:
        with refusals_by_field():
            serializer.instance = services.record_contact(
                by=self.request.user, **serializer.validated_data
            )


@extend_schema(parameters=[FAMILY], methods=["GET"])
class WorkView(LoggedReading, ListCreateAPIView):
    """Work of parents, the latest first; and recording it."""

    logged_as = "guidance.workspell"
    access_roles = {"GET": ROLES, "POST": ROLES}
    serializer_class = serializers.WorkSerializer
    queryset = WorkSpell.objects.none()

    def get_queryset(self) -> Any:
        spells = _of_family(self.request, WorkSpell.objects.visible_to(self.request.user))
        return spells.select_related("family").order_by("-started_on", "-id")

    def perform_create(self, serializer: Any) -> None:
        with refusals_by_field():
            serializer.instance = services.record_work(
                by=self.request.user, **serializer.validated_data
            )


@extend_schema(responses={status.HTTP_200_OK: serializers.WorkSerializer})
class WorkEndView(GenericAPIView):
    """Record the last day of work."""

    access_roles = {"POST": ROLES}
    serializer_class = serializers.WorkEndSerializer
    queryset = WorkSpell.objects.none()

    def get_queryset(self) -> Any:
        return WorkSpell.objects.visible_to(self.request.user)

    def post(self, request: Request, pk: int) -> Response:
        spell = self.get_object()
        asked = self.get_serializer(data=request.data)
        asked.is_valid(raise_exception=True)
        with refusals_by_field():
            spell = services.end_work(
                spell=spell, on=asked.validated_data["ended_on"], by=request.user
            )
        return Response(serializers.WorkSerializer(spell).data)


def _of_family(request: Request, rows: Any, path: str = "family__reference") -> Any:
    reference = request.query_params.get("family", "")
    return rows.filter(**{path: reference}) if reference else rows
