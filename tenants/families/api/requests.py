"""What the API takes in. The rules are the services'; here only the kinds are checked."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.sites.vocabulary import VOCABULARY, IntervalAttribute, YesNoAttribute
from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.enums import Sex
from tenants.families.models.situation import STORED


class PersonRequest(serializers.Serializer):
    first_name = serializers.CharField(max_length=100)
    last_name = serializers.CharField(max_length=150)
    birth_date = serializers.DateField(required=False, allow_null=True, default=None)
    sex = serializers.ChoiceField(choices=Sex.choices, default=Sex.UNKNOWN)
    own_reference = serializers.CharField(
        max_length=60, required=False, allow_null=True, default=None
    )


class FamilyDetailsRequest(serializers.Serializer):
    name = serializers.CharField(max_length=150)
    residence_lau = serializers.CharField(max_length=20, default="", allow_blank=True)
    postcode = serializers.CharField(max_length=12, default="", allow_blank=True)
    phone = serializers.CharField(max_length=30, default="", allow_blank=True)
    email = serializers.CharField(max_length=254, default="", allow_blank=True)
    household_language = serializers.CharField(max_length=8, default="", allow_blank=True)
    interpreter_needed = serializers.BooleanField(required=False, allow_null=True, default=None)
    external_project = serializers.CharField(max_length=60, default="", allow_blank=True)
    own_reference = serializers.CharField(
        max_length=60, required=False, allow_null=True, default=None
    )


class ReferralRequest(serializers.Serializer):
    """A family that is not known yet. `is_another_family` confirms that a likeness is chance."""

    family = FamilyDetailsRequest()
    parent = PersonRequest()
    children = PersonRequest(many=True, default=list)
    referred_on = serializers.DateField()
    referrer = serializers.CharField(max_length=60)
    note = serializers.CharField(max_length=2000, default="", allow_blank=True)
    own_reference = serializers.CharField(
        max_length=60, required=False, allow_null=True, default=None
    )
    is_another_family = serializers.BooleanField(default=False)

    @staticmethod
    def details(valid: dict[str, Any]) -> dict[str, Any]:
        """The arguments of `register_referral`, without `by`."""
        return {
            **valid,
            "family": FamilyDetails(**valid["family"]),
            "parent": PersonDetails(**valid["parent"]),
            "children": [PersonDetails(**child) for child in valid["children"]],
        }


def _answer_field(code: str) -> serializers.Field:
    attribute = VOCABULARY[code]
    options = {"required": False, "allow_null": True, "help_text": str(attribute.label)}
    match attribute:
        case YesNoAttribute():
            return serializers.BooleanField(**options)
        case IntervalAttribute():
            return serializers.IntegerField(**options)
    return serializers.CharField(max_length=20, **options)


class KnownKeysOnly(serializers.Serializer):
    """Refuses keys that are no field: a misspelt answer must not pass for an unknown one."""

    def to_internal_value(self, data: Any) -> Any:
        unknown = set(data) - set(self.fields) if isinstance(data, dict) else set()
        if unknown:
            text = _("This is not asked at an intake.")
            raise serializers.ValidationError({key: [text] for key in sorted(unknown)})
        return super().to_internal_value(data)


#: One field for each stored attribute of the vocabulary; a missing one is unknown.
AnswersRequest = type(
    "AnswersRequest", (KnownKeysOnly,), {code: _answer_field(code) for code in STORED}
)


class IntakeRequest(serializers.Serializer):
    held_on = serializers.DateField()
    answers = AnswersRequest()
    not_asked = serializers.ListField(child=serializers.ChoiceField(choices=STORED), default=list)
    completed = serializers.BooleanField(default=True)


class DecisionRequest(serializers.Serializer):
    decided_on = serializers.DateField()
    reason = serializers.CharField(max_length=2000, default="", allow_blank=True)
