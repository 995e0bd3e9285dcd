"""Publishing."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "core.publishing"
    label = "publishing"
    verbose_name = _("publishing")
    default_auto_field = "django.db.models.BigAutoField"
