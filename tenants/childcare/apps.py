"""Childcare: day-parts, places, and which children came."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.audit import labels as audit_labels
from core.ui import navigation
from tenants.childcare import labels
from tenants.childcare.permissions import CARE_ROLES, FILE_ROLES


class ChildcareConfig(AppConfig):
    name = "tenants.childcare"
    label = "childcare"
    verbose_name = _("childcare")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tenants.childcare import case_import, measures
        from tenants.childcare import timeline as own_timeline
        from tenants.childcare import today as own_today
        from tenants.families import actions, timeline, today

        audit_labels.register(labels.ACTIONS)
        audit_labels.register_objects(labels.OBJECTS)
        measures.register_measures()
        case_import.register_kinds()
        timeline.register_source(own_timeline.entries)
        today.register_source(own_today.items)
        actions.register(
            actions.RecordAction(
                _("Record childcare"), "balloon", "childcare:attendance", FILE_ROLES, 20
            )
        )
        navigation.register(
            navigation.NavigationItem(
                host="site",
                section="daily",
                label=_("Childcare"),
                url_name="childcare:day",
                icon="balloon",
                roles=CARE_ROLES,
                order=40,
                mobile=True,
            )
        )
