"""Reporting: the site's own figures, and the periods it has approved."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.partners import grants


class ReportingConfig(AppConfig):
    name = "tenants.reporting"
    label = "reporting"
    verbose_name = _("Figures")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        grants.append_only("reporting_submissioncell", "reporting_facecell", "reporting_signature")
        grants.frozen_for_collection("reporting_submission", "reporting_facecell")
