"""Comparison."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComparisonConfig(AppConfig):
    name = "core.comparison"
    label = "comparison"
    verbose_name = _("comparison")
    default_auto_field = "django.db.models.BigAutoField"
