"""Disclosure."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DisclosureConfig(AppConfig):
    name = "core.disclosure"
    label = "disclosure"
    verbose_name = _("disclosure")
    default_auto_field = "django.db.models.BigAutoField"
