"""Families over HTTP: the same services, permissions and rows as the screens.

Errors are answered as `{field: [messages]}`, with dotted names for nested fields.
"""

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from core.accounts.enums import Role
from core.audit.services import record_view
from tenants.families import services
from tenants.families.api.doors import refusals_by_field
from tenants.families.api.errors import check, named_within
from tenants.families.api.requests import DecisionRequest, IntakeRequest, ReferralRequest
from tenants.families.api.serializers import (
    DecisionSerializer,
    FamilyRowSerializer,
    FamilySerializer,
    IntakeSerializer,
)
from tenants.families.models import Family, Guardian
from tenants.families.models.situation import STORED
from tenants.families.selectors import families_in_state, list_of_families

ROLES = [Role.FAMILY_COACH, Role.COORDINATOR]
ERRORS = {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}
FILTERS = [
    OpenApiParameter("q", str, description="Part of a name, reference or telephone number."),
    OpenApiParameter("state", str, description="Code of where the families stand."),
]


def file_of(request: Request, reference: str) -> Family:
    """A family's whole file; opening it is logged."""
    families = families_in_state(request.user).prefetch_related(
        "guardians", "children", "referrals", "intakes__situation", "decisions"
    )
    family = get_object_or_404(families, reference=reference)
    record_view(
        by=request.user,
        object_type="families.family",
        object_id=family.pk,
        family_id=family.pk,
    )
    return family


class FamiliesView(ListAPIView):
    """The families of the site by name; a POST registers a family with its referral."""

    access_roles = {"GET": ROLES, "POST": ROLES}
    serializer_class = FamilyRowSerializer
    queryset = Family.objects.none()

    def get_queryset(self) -> Any:
        query = self.request.query_params
        return list_of_families(
            self.request.user, query=query.get("q", ""), state=query.get("state", "")
        )

    @extend_schema(parameters=FILTERS, operation_id="families_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Families by name, a page at a time."""
        return self.list(request, *args, **kwargs)

    @extend_schema(
        request=ReferralRequest,
        responses={201: FamilySerializer, 400: ERRORS},
        operation_id="families_register",
    )
    def post(self, request: Request) -> Response:
        """Register a family that is not known yet: family, parent, children, referral."""
        valid = check(ReferralRequest(data=request.data))
        with refusals_by_field():
            referral = services.register_referral(by=request.user, **ReferralRequest.details(valid))
        family = file_of(request, referral.family.reference)
        return Response(FamilySerializer(family).data, status=201)


class FamilyView(GenericAPIView):
    """One family's file. Reading it is logged."""

    access_roles = {"GET": ROLES}
    serializer_class = FamilySerializer
    queryset = Family.objects.none()

    @extend_schema(operation_id="families_file")
    def get(self, request: Request, reference: str) -> Response:
        """Members, how to reach them, referrals, intakes and decisions."""
        return Response(FamilySerializer(file_of(request, reference)).data)


class _ParentStep(GenericAPIView):
    """A step on the way in of one parent."""

    access_roles = {"POST": ROLES}
    queryset = Guardian.objects.none()

    def parent(self, reference: str, guardian: int) -> Guardian:
        parents = Guardian.objects.visible_to(self.request.user).select_related("family")
        return get_object_or_404(parents, family__reference=reference, pk=guardian)


class IntakesView(_ParentStep):
    """Intakes of a parent."""

    serializer_class = IntakeSerializer

    @extend_schema(
        request=IntakeRequest,
        responses={201: IntakeSerializer, 400: ERRORS},
        operation_id="families_record_intake",
    )
    def post(self, request: Request, reference: str, guardian: int) -> Response:
        """Record the answers; an unfinished intake goes on, a completed one stays."""
        parent = self.parent(reference, guardian)
        valid = check(IntakeRequest(data=request.data))
        with refusals_by_field(), named_within("answers", STORED):
            intake = services.record_intake(by=request.user, guardian=parent, **valid)
        return Response(IntakeSerializer(intake).data, status=201)


class DecisionsView(_ParentStep):
    """Decisions on a parent."""

    serializer_class = DecisionSerializer

    @extend_schema(
        request=DecisionRequest,
        responses={201: DecisionSerializer, 400: ERRORS},
        operation_id="families_decide",
    )
    def post(self, request: Request, reference: str, guardian: int) -> Response:
        """Decide by the rules of that day; the outcome is theirs, the reasons come with it."""
        parent = self.parent(reference, guardian)
        valid = check(DecisionRequest(data=request.data))
        with refusals_by_field():
            decision = services.decide(by=request.user, guardian=parent, **valid)
        return Response(DecisionSerializer(decision).data, status=201)
