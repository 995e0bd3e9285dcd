"""The platform itself: commands, and what has to be ready before the first request."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaceConfig(AppConfig):
    name = "pace"
    label = "pace"
    verbose_name = _("PACE platform")
