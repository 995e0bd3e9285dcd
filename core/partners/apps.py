"""Partners: who has a site, on which host, in which schema."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "core.partners"
    label = "partners"
    verbose_name = _("partners")
    default_auto_field = "django.db.models.BigAutoField"
