"""The design system: tokens, layouts, components, charts and formats. It knows no other app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    name = "core.ui"
    label = "ui"
    verbose_name = _("Design system")
