"""Partners: who has a site, on which host, in which schema."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.partners.grants import append_only


class PartnersConfig(AppConfig):
    name = "core.partners"
    label = "partners"
    verbose_name = _("partners")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # The access log knows nobody, so its table is named here; its trigger says the same.
        append_only("audit_entry")
        # A new site gets its first administrator; models are there only now.
        import_module("core.partners.first_administrator").register()
