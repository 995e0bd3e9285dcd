"""What the API takes in and gives out about guidance; in and out are kept apart."""

from rest_framework import serializers

from core.accounts.models import User
from tenants.families.api.doors import VisibleRow
from tenants.families.models import Guardian
from tenants.guidance.enums import Captured, Reached
from tenants.guidance.models import Case, Contact, WorkSpell
from tenants.guidance.models.work import HOURS_IN_A_WEEK_AT_MOST
from tenants.guidance.selectors import coaches


class CaseSerializer(serializers.ModelSerializer):
    """One parent's guidance. `ended_on` and `end_reason` are both there or both empty."""

    family = serializers.CharField(source="family.reference", read_only=True)

    class Meta:
        model = Case
        fields = [
            "id",
            "family",
            "guardian",
            "coach",
            "coach_name",
            "started_on",
            "ended_on",
            "end_reason",
            "target_group",
            "own_reference",
        ]
        read_only_fields = fields


class CaseEndSerializer(serializers.Serializer):
    """The day counts as ended; the reason is a code of the site's list `end_reasons`."""

    ended_on = serializers.DateField()
    end_reason = serializers.CharField(max_length=60)


class _CoachRow(serializers.PrimaryKeyRelatedField):
    def get_queryset(self):
        return coaches()


class CaseCoachSerializer(serializers.Serializer):
    """Who guides from now on: a family coach or coordinator of the site."""

    coach = _CoachRow(queryset=User.objects.none())


class ContactSerializer(serializers.ModelSerializer):
    """A contact or an attempt. Send your own `submission` number to be able to repeat safely."""

    case = VisibleRow(queryset=Case.objects.none())
    reached = serializers.ChoiceField(choices=Reached.choices)
    submission = serializers.UUIDField(required=False, write_only=True)

    class Meta:
        model = Contact
        fields = ["id", "case", "on", "kind", "reached", "note", "by_name", "submission"]
        read_only_fields = ["id", "by_name"]


class WorkSerializer(serializers.ModelSerializer):
    """A spell of paid work. `hours_per_week` empty is unknown."""

    family = serializers.CharField(source="family.reference", read_only=True)
    guardian = VisibleRow(queryset=Guardian.objects.none())
    captured = serializers.ChoiceField(choices=Captured.choices)
    hours_per_week = serializers.DecimalField(
        max_digits=4,
        decimal_places=1,
        min_value=0,
        max_value=HOURS_IN_A_WEEK_AT_MOST,
        required=False,
        allow_null=True,
    )
    submission = serializers.UUIDField(required=False, write_only=True)

    class Meta:
        model = WorkSpell
        fields = [
            "id",
            "family",
            "guardian",
            "started_on",
            "ended_on",
            "kind",
            "hours_per_week",
            "captured",
            "recorded_by_name",
            "submission",
        ]
        read_only_fields = ["id", "recorded_by_name"]


class WorkEndSerializer(serializers.Serializer):
    """The last day of work."""

    ended_on = serializers.DateField()
