"""What the API tells of a configuration."""

from typing import Any

from rest_framework import serializers

from core.sites.models import ConfigurationVersion


class VersionSerializer(serializers.ModelSerializer):
    """One published version, without its content."""

    class Meta:
        model = ConfigurationVersion
        fields = ["number", "valid_from", "published_at", "published_by_text", "source", "reason",
                  "checksum"]  # fmt: skip
        read_only_fields = fields


class ConfigurationSerializer(VersionSerializer):
    """A version with its content, in the form of `site_configs/schema/site.schema.json`."""

    configuration = serializers.SerializerMethodField()

    class Meta(VersionSerializer.Meta):
        fields = [*VersionSerializer.Meta.fields, "configuration"]
        read_only_fields = fields

    def get_configuration(self, version: ConfigurationVersion) -> dict[str, Any]:
        """The stored document."""
        return version.document
