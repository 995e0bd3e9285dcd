"""Guidance."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidanceConfig(AppConfig):
    name = "tenants.guidance"
    label = "guidance"
    verbose_name = _("guidance")
    default_auto_field = "django.db.models.BigAutoField"
