"""What the API tells: definitions, collected figures, verdicts with the figures they allow."""

from rest_framework import serializers

from core.comparison.enums import Check, Severity, VerdictKind
from core.indicators.models import CollectedCell, CollectedSubmission, Indicator


class IndicatorSerializer(serializers.ModelSerializer):
    """A definition in the reader's language."""

    class Meta:
        model = Indicator
        fields = ["code", "version", "kind", "default_unit", "label", "definition", "population",
                  "counting_rule"]  # fmt: skip
        read_only_fields = fields


class CellSerializer(serializers.ModelSerializer):
    """One figure as partners may see it; `value` is null where it is not shown."""

    class Meta:
        model = CollectedCell
        fields = ["indicator", "unit", "kind", "population", "dimension", "category", "value",
                  "state"]  # fmt: skip
        read_only_fields = fields


class SubmissionSerializer(serializers.ModelSerializer):
    """An approved period of a site. A withdrawn one stays, with the reason."""

    cells = CellSerializer(many=True, source="shown_to_partners")

    class Meta:
        model = CollectedSubmission
        fields = ["partner_slug", "partner_name", "partner_country", "submission_id", "revision",
                  "period_start", "period_end", "approved_at", "configuration_number",
                  "completeness", "withdrawn_at", "withdrawn_reason", "collected_at",
                  "cells"]  # fmt: skip
        read_only_fields = fields


class ItemSerializer(serializers.Serializer):
    """One answer: codes for programs, `text` for readers."""

    check = serializers.ChoiceField(choices=Check.choices)
    severity = serializers.ChoiceField(choices=[one.name.lower() for one in Severity])
    reason = serializers.CharField()
    values = serializers.DictField()
    witness = serializers.DictField()
    population = serializers.CharField(allow_blank=True)
    text = serializers.CharField()


class PairSerializer(serializers.Serializer):
    """The verdict on two sites."""

    sites = serializers.ListField(child=serializers.SlugField(), min_length=2, max_length=2)
    verdict = serializers.ChoiceField(choices=VerdictKind.choices)
    population = serializers.CharField()
    items = ItemSerializer(many=True)


class FigureSerializer(serializers.Serializer):
    """A figure of one site. `time` and `definition` are to be shown with it."""

    site = serializers.SlugField(source="slug")
    name = serializers.CharField()
    value = serializers.IntegerField(allow_null=True)
    unit = serializers.CharField()
    time = serializers.CharField()
    definition = serializers.CharField()
    note = serializers.CharField()
    context = serializers.CharField()


class GroupSerializer(serializers.Serializer):
    """Figures that may stand in one picture, under the worst verdict among them."""

    verdict = serializers.ChoiceField(choices=VerdictKind.choices, source="kind")
    population = serializers.CharField()
    figures = FigureSerializer(many=True)


class ComparisonSerializer(serializers.Serializer):
    """Verdicts first; `groups` may stand side by side, each of `alone` may not."""

    indicator = serializers.CharField()
    period_start = serializers.DateField()
    period_end = serializers.DateField()
    verdicts = PairSerializer(many=True)
    groups = GroupSerializer(many=True)
    alone = FigureSerializer(many=True)


class QuestionSerializer(serializers.Serializer):
    """What is asked: a figure and a period, both days included."""

    indicator = serializers.SlugField()
    period_start = serializers.DateField()
    period_end = serializers.DateField()
