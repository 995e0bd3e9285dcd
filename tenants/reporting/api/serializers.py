"""What goes in and out of the figures' API."""

from typing import Any

from rest_framework import serializers

from core.indicators.enums import Dimension


class AskedSerializer(serializers.Serializer):
    """As of a day, or over a period; divided by one dimension, or not."""

    as_of = serializers.DateField(required=False)
    start = serializers.DateField(required=False)
    end = serializers.DateField(required=False)
    by = serializers.ChoiceField(
        required=False,
        choices=[(value, label) for value, label in Dimension.choices if value],
    )

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        """`as_of` and `end` are the same day; a period runs forward."""
        if "as_of" in given and "end" in given and given["as_of"] != given["end"]:
            raise serializers.ValidationError({"end": "Give either as_of or end, not both."})
        end = given.get("end", given.get("as_of"))
        if end is not None and given.get("start") is not None and given["start"] > end:
            raise serializers.ValidationError({"start": "The period ends before it starts."})
        return given


class FigureSerializer(serializers.Serializer):
    """One exact figure of the site."""

    code = serializers.CharField()
    label = serializers.CharField()
    unit = serializers.CharField()
    kind = serializers.CharField()
    start = serializers.DateField(allow_null=True)
    as_of = serializers.DateField()
    total = serializers.IntegerField()
    by = serializers.CharField(allow_blank=True)
    categories = serializers.DictField(child=serializers.IntegerField())


class ApprovalSerializer(serializers.Serializer):
    """The period to approve."""

    start = serializers.DateField()
    end = serializers.DateField()


class WithdrawalSerializer(serializers.Serializer):
    """Why an approval is taken back. Partners read it."""

    reason = serializers.CharField(max_length=1000)


class SubmissionSerializer(serializers.Serializer):
    """An approved period."""

    id = serializers.IntegerField()
    period_start = serializers.DateField()
    period_end = serializers.DateField()
    revision = serializers.IntegerField()
    approved_at = serializers.DateTimeField()
    configuration_number = serializers.IntegerField()
    completeness = serializers.DictField()
    checksum = serializers.CharField()
    withdrawn_at = serializers.DateTimeField(allow_null=True)
    withdrawn_reason = serializers.CharField(allow_blank=True)
    received_at = serializers.DateTimeField(allow_null=True)
