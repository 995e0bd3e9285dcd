"""Reporting: the site's own figures, and the periods it has approved."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.accounts.enums import Role
from core.audit import labels as audit_labels
from core.partners import grants
from core.ui import navigation
from tenants.reporting import labels
from tenants.reporting.permissions import FIGURE_READERS


class ReportingConfig(AppConfig):
    name = "tenants.reporting"
    label = "reporting"
    verbose_name = _("Figures")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These reach models, which exist only once all apps are loaded.
        from core.indicators.collection import Source, register_source

        grants.append_only("reporting_submissioncell", "reporting_facecell", "reporting_signature")
        register_source(Source(submissions="reporting_submission", faces="reporting_facecell"))
        audit_labels.register(labels.ACTIONS)
        audit_labels.register_objects(labels.OBJECTS)
        navigation.register(
            navigation.NavigationItem(
                host="site",
                section="figures",
                label=_("Figures"),
                url_name="reporting:figures",
                icon="bar-chart-line",
                roles=FIGURE_READERS,
                order=500,
                mobile=True,
                daily_for={Role.COORDINATOR},
            )
        )
