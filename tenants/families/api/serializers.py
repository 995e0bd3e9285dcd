"""What the API tells about families."""

from typing import Any

from rest_framework import serializers

from tenants.families.eligibility import assessment_of
from tenants.families.models import Child, Decision, Family, Guardian, Intake, Referral


class GuardianSerializer(serializers.ModelSerializer):
    class Meta:
        model = Guardian
        fields = ["id", "first_name", "last_name", "birth_date", "sex", "own_reference"]
        read_only_fields = fields


class ChildSerializer(serializers.ModelSerializer):
    class Meta:
        model = Child
        fields = ["id", "first_name", "last_name", "birth_date", "sex", "own_reference"]
        read_only_fields = fields


class FamilyRowSerializer(serializers.ModelSerializer):
    """A family in a list; `state` is the code of where it stands."""

    state = serializers.CharField()
    guardians = GuardianSerializer(many=True)

    class Meta:
        model = Family
        fields = ["reference", "own_reference", "name", "state", "phone", "guardians"]
        read_only_fields = fields


class ReferralSerializer(serializers.ModelSerializer):
    class Meta:
        model = Referral
        fields = ["id", "guardian", "referred_on", "referrer", "note", "own_reference"]
        read_only_fields = fields


class IntakeSerializer(serializers.ModelSerializer):
    """`answers` by attribute code, None where unknown."""

    answers = serializers.SerializerMethodField()
    not_asked = serializers.ListField(
        source="situation.not_asked", child=serializers.CharField(), read_only=True
    )

    class Meta:
        model = Intake
        fields = ["id", "guardian", "held_on", "completed", "answers", "not_asked"]
        read_only_fields = fields

    def get_answers(self, intake: Intake) -> dict[str, Any]:
        return intake.situation.stored_answers()


class DecisionSerializer(serializers.ModelSerializer):
    """`reasons` in the caller's language, one line for each target group."""

    reasons = serializers.SerializerMethodField()

    class Meta:
        model = Decision
        fields = [
            "id",
            "guardian",
            "decided_on",
            "outcome",
            "target_group",
            "reasons",
            "reason",
            "next_step",
            "configuration_number",
            "configuration_checksum",
            "decided_by_name",
        ]
        read_only_fields = fields

    def get_reasons(self, decision: Decision) -> dict[str, str]:
        return {group.code: group.explanation.text for group in assessment_of(decision).groups}


class FamilySerializer(serializers.ModelSerializer):
    """A family's file: members, how to reach them, and the way in."""

    state = serializers.CharField()
    guardians = GuardianSerializer(many=True)
    children = ChildSerializer(many=True)
    referrals = ReferralSerializer(many=True)
    intakes = IntakeSerializer(many=True)
    decisions = DecisionSerializer(many=True)

    class Meta:
        model = Family
        fields = [
            "reference",
            "own_reference",
            "name",
            "state",
            "residence_lau",
            "postcode",
            "phone",
            "email",
            "household_language",
            "interpreter_needed",
            "external_project",
            "guardians",
            "children",
            "referrals",
            "intakes",
            "decisions",
        ]
        read_only_fields = fields
