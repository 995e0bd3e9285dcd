"""Childcare."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChildcareConfig(AppConfig):
    name = "tenants.childcare"
    label = "childcare"
    verbose_name = _("childcare")
    default_auto_field = "django.db.models.BigAutoField"
