"""The comparison over the API: the same reading, the same people, the verdict first."""

from itertools import combinations
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.comparison.api.serializers import (
    ComparisonSerializer,
    IndicatorSerializer,
    QuestionSerializer,
    SubmissionSerializer,
)
from core.comparison.evidence import Question, Side
from core.comparison.figures import shown_figure
from core.comparison.groups import Matrix, alone, groups
from core.comparison.permissions import READERS
from core.comparison.selectors import Evidence, evidence, indicators, visible_submissions
from core.comparison.side_by_side import reader_of, verdicts
from core.comparison.wording import Reader, explain
from core.indicators.enums import Audience
from core.indicators.models import CollectedCell, CollectedSubmission, Indicator


class IndicatorsView(ListAPIView):
    """The current definitions, in the reader's language."""

    access_roles = {"GET": list(READERS)}
    serializer_class = IndicatorSerializer
    queryset = Indicator.objects.none()

    def get_queryset(self):
        return indicators(self.request.user)


class CollectedView(ListAPIView):
    """What one site has sent, the latest first: totals and breakdowns as partners see them.

    One site at a time: figures of several sites stand together only behind their verdict,
    in the comparison.
    """

    access_roles = {"GET": list(READERS)}
    serializer_class = SubmissionSerializer
    queryset = CollectedSubmission.objects.none()

    @extend_schema(parameters=[OpenApiParameter("site", str, required=True)])
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The submissions of the site named by `site`, its short name."""
        if not request.query_params.get("site"):
            text = _("Name one site. Figures of several sites stand together in the comparison.")
            raise ValidationError({"site": text})
        return super().get(request, *args, **kwargs)

    def get_queryset(self):
        cells = CollectedCell.objects.filter(audience=Audience.CONSORTIUM).order_by(
            "indicator", "population", "dimension", "category"
        )
        site = self.request.query_params.get("site", "")
        rows = visible_submissions(self.request.user).filter(partner_slug=site)
        rows = rows.order_by("-period_end", "-pk")
        return rows.prefetch_related(Prefetch("cells", cells, to_attr="shown_to_partners"))


class ComparisonView(APIView):
    """Verdicts on all pairs of sites, and the figures that may stand side by side."""

    access_roles = {"GET": list(READERS)}

    @extend_schema(parameters=[QuestionSerializer], responses=ComparisonSerializer)
    def get(self, request: Request) -> Response:
        asked = QuestionSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        question = Question(**asked.validated_data)
        if question.period_start > question.period_end:
            raise ValidationError({"period_end": _("Not before the first day of the period.")})
        found = evidence(request.user, question)
        if found is None:
            raise NotFound(_("There is no such indicator."))
        return Response(ComparisonSerializer(_answer(found)).data)


def _answer(found: Evidence) -> dict[str, Any]:
    matrix = verdicts(found)
    together = groups(found.sides, matrix)
    reader = reader_of(found)
    return {
        "indicator": found.question.indicator,
        "period_start": found.question.period_start,
        "period_end": found.question.period_end,
        "verdicts": [_pair(a, b, matrix, reader) for a, b in combinations(found.sides, 2)],
        "groups": [
            {
                "kind": one.verdict.kind.value,
                "population": one.population,
                "figures": [shown_figure(side, found, one.population) for side in one.sides],
            }
            for one in together
        ],
        "alone": [shown_figure(side, found) for side in alone(found.sides, together)],
    }


def _pair(a: Side, b: Side, matrix: Matrix, reader: Reader) -> dict[str, Any]:
    verdict = matrix[frozenset((a.slug, b.slug))]
    return {
        "sites": [a.slug, b.slug],
        "verdict": verdict.kind.value,
        "population": verdict.population,
        "items": [{**item.as_json(), "text": explain(item, reader).text} for item in verdict.items],
    }
