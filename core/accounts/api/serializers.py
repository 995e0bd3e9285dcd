"""What the API tells about people."""

from rest_framework import serializers

from core.accounts.models import User


class MeSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["id", "name", "email", "roles", "language"]
        read_only_fields = fields


class PersonSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ["id", "name", "email", "roles", "is_active", "created_at", "last_seen_at"]
        read_only_fields = fields
