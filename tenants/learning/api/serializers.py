"""What the API takes in and gives out about learning."""

from rest_framework import serializers

from tenants.families.api.doors import VisibleRow
from tenants.families.models import Guardian
from tenants.learning.models import TrainingParticipation, Volunteering
from tenants.learning.models.training import HOURS_AT_MOST


def _hours() -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=6,
        decimal_places=1,
        min_value=0,
        max_value=HOURS_AT_MOST,
        required=False,
        allow_null=True,
    )


class TrainingSerializer(serializers.ModelSerializer):
    """A training of a parent. `completed` empty is unknown; it needs an `ended_on`."""

    family = serializers.CharField(source="family.reference", read_only=True)
    guardian = VisibleRow(queryset=Guardian.objects.none())
    hours = _hours()
    submission = serializers.UUIDField(required=False, write_only=True)

    class Meta:
        model = TrainingParticipation
        fields = [
            "id",
            "family",
            "guardian",
            "kind",
            "title",
            "started_on",
            "ended_on",
            "hours",
            "completed",
            "recorded_by_name",
            "submission",
        ]
        read_only_fields = ["id", "recorded_by_name"]


class TrainingEndSerializer(serializers.Serializer):
    """The last day and whether the parent completed it; empty is not known."""

    ended_on = serializers.DateField()
    completed = serializers.BooleanField(allow_null=True)
    hours = _hours()


class VolunteeringSerializer(serializers.ModelSerializer):
    """Volunteering of a parent."""

    family = serializers.CharField(source="family.reference", read_only=True)
    guardian = VisibleRow(queryset=Guardian.objects.none())
    organisation = serializers.CharField(max_length=200)
    submission = serializers.UUIDField(required=False, write_only=True)

    class Meta:
        model = Volunteering
        fields = [
            "id",
            "family",
            "guardian",
            "organisation",
            "started_on",
            "ended_on",
            "recorded_by_name",
            "submission",
        ]
        read_only_fields = ["id", "recorded_by_name"]


class VolunteeringEndSerializer(serializers.Serializer):
    """The last day of volunteering."""

    ended_on = serializers.DateField()
