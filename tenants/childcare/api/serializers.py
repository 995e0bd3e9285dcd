"""What the API takes in and gives out about childcare: children, never their families."""

from rest_framework import serializers

from core.accounts.access import has_one_of
from tenants.childcare.models import Attendance
from tenants.childcare.permissions import FILE_ROLES
from tenants.childcare.selectors import children_in_care, short_name
from tenants.families.models import Child


class _ChildRow(serializers.PrimaryKeyRelatedField):
    """A child that the caller may record: who knows the families, any; staff, those in care."""

    def get_queryset(self):
        request = self.context.get("request")
        if request is None:
            return Child.objects.none()
        if has_one_of(request.user, FILE_ROLES):
            return Child.objects.visible_to(request.user)
        return children_in_care(request.user)


class AttendanceSerializer(serializers.ModelSerializer):
    """One child in one day-part. `child_name` is the first name with an initial."""

    on = serializers.DateField(source="session.on", read_only=True)
    day_part = serializers.CharField(source="session.day_part", read_only=True)
    child_name = serializers.SerializerMethodField()

    class Meta:
        model = Attendance
        fields = ["id", "on", "day_part", "child", "child_name", "seat", "recorded_by_name"]
        read_only_fields = fields

    def get_child_name(self, attendance: Attendance) -> str:
        """First name and initial."""
        return short_name(attendance.child)


class NewAttendanceSerializer(serializers.Serializer):
    """Who came when; `day_part` is a code of the site's day-parts."""

    child = _ChildRow(queryset=Child.objects.none())
    on = serializers.DateField()
    day_part = serializers.CharField(max_length=60)


class RecordedSerializer(AttendanceSerializer):
    """What came of it: `warning` says when an advisory limit was passed."""

    warning = serializers.CharField(read_only=True)

    class Meta(AttendanceSerializer.Meta):
        fields = [*AttendanceSerializer.Meta.fields, "warning"]
        read_only_fields = fields


class ChildInCareSerializer(serializers.Serializer):
    """A child as childcare staff sees it."""

    child_id = serializers.IntegerField()
    name = serializers.CharField()
    age = serializers.CharField()
    attendance_id = serializers.IntegerField(allow_null=True)
    above_capacity = serializers.BooleanField()


class DayPartInCareSerializer(serializers.Serializer):
    """A day-part of a day, its places and who is in them."""

    code = serializers.CharField()
    label = serializers.CharField()
    hours = serializers.CharField()
    places = serializers.IntegerField(source="capacity.places")
    binding = serializers.BooleanField(source="capacity.binding")
    taken = serializers.IntegerField()
    children = ChildInCareSerializer(many=True)
