"""The API's door to figures and approvals: the same services and rows as the pages."""

from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from tenants.families.api.doors import refusals_by_field
from tenants.reporting import services
from tenants.reporting.api.serializers import (
    ApprovalSerializer,
    AskedSerializer,
    FigureSerializer,
    SubmissionSerializer,
    WithdrawalSerializer,
)
from tenants.reporting.figures import CountedFigure, figures
from tenants.reporting.models import Submission
from tenants.reporting.periods import Period
from tenants.reporting.permissions import APPROVERS, FIGURE_READERS
from tenants.reporting.selectors import arrivals, submissions
from tenants.reporting.words import definitions


class FiguresView(APIView):
    """The site's own figures, exact."""

    access_roles: ClassVar = {"GET": FIGURE_READERS}

    @extend_schema(parameters=[AskedSerializer], responses=FigureSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Figures as of a day (today without one) or over a period, perhaps divided."""
        asked = AskedSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        end = given.get("end") or given.get("as_of") or timezone.localdate()
        counted = figures(Period(given.get("start"), end))
        labels = {code: row.label for code, row in definitions().items()}
        by = given.get("by", "")
        rows = [_figure(found, labels, by) for found in counted.values()]
        return Response(FigureSerializer(rows, many=True).data)


def _figure(found: CountedFigure, labels: dict[str, str], by: str) -> dict[str, Any]:
    return {
        "code": found.code,
        "label": labels.get(found.code, found.code),
        "unit": found.unit,
        "kind": found.kind,
        "start": found.scope.start,
        "as_of": found.scope.end,
        "total": found.total,
        "by": by,
        "categories": found.breakdowns.get(by, {}),
    }


class SubmissionsView(APIView):
    """Approved periods: listed, and made by approving one."""

    access_roles: ClassVar = {"GET": FIGURE_READERS, "POST": APPROVERS}

    @extend_schema(responses=SubmissionSerializer(many=True))
    def get(self, request: Request) -> Response:
        """All approvals, the newest first; withdrawn ones too."""
        pages = LimitOffsetPagination()
        page = pages.paginate_queryset(submissions(request.user), request, view=self)
        return pages.get_paginated_response(_submissions(page))

    @extend_schema(request=ApprovalSerializer, responses={201: SubmissionSerializer})
    def post(self, request: Request) -> Response:
        """Approve a period: its figures are frozen and sent to the shared layer."""
        given = ApprovalSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        with refusals_by_field():
            made = services.approve_period(**given.validated_data, by=request.user)
        return Response(_submissions([made])[0], status=status.HTTP_201_CREATED)


class SubmissionView(APIView):
    """One approved period."""

    access_roles: ClassVar = {"GET": FIGURE_READERS}

    @extend_schema(responses=SubmissionSerializer)
    def get(self, request: Request, pk: int) -> Response:
        """The approval, and whether the shared layer has it."""
        return Response(_submissions([_found(request, pk)])[0])


class WithdrawalView(APIView):
    """Taking an approval back."""

    access_roles: ClassVar = {"POST": APPROVERS}

    @extend_schema(request=WithdrawalSerializer, responses=SubmissionSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Withdraw with a reason; the frozen figures stay, marked as withdrawn."""
        given = WithdrawalSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        with refusals_by_field():
            changed = services.withdraw_approval(
                submission=_found(request, pk), by=request.user, **given.validated_data
            )
        return Response(_submissions([changed])[0])


def _found(request: Request, pk: int) -> Submission:
    return get_object_or_404(submissions(request.user), pk=pk)


def _submissions(found: list[Submission]) -> list[dict[str, Any]]:
    arrived = arrivals(found)
    for submission in found:
        submission.received_at = arrived[submission.pk].arrived_at
    return list(SubmissionSerializer(found, many=True).data)
