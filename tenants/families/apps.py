"""Families."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FamiliesConfig(AppConfig):
    name = "tenants.families"
    label = "families"
    verbose_name = _("families")
    default_auto_field = "django.db.models.BigAutoField"
