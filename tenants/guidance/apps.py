"""Guidance: one family coach who keeps reaching out, and what becomes of it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.audit import labels as audit_labels
from core.ui import navigation
from tenants.guidance import labels
from tenants.guidance.permissions import GUIDANCE_ROLES


class GuidanceConfig(AppConfig):
    name = "tenants.guidance"
    label = "guidance"
    verbose_name = _("guidance")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tenants.families import events, timeline, today
        from tenants.guidance import actions, case_import, measures, states
        from tenants.guidance import timeline as own_timeline
        from tenants.guidance import today as own_today
        from tenants.guidance.services.case import (
            open_case_on_request,
            refuse_wait_during_guidance,
        )

        audit_labels.register(labels.ACTIONS)
        audit_labels.register_objects(labels.OBJECTS)
        measures.register_measures()
        case_import.register_kinds()
        states.register_states()
        actions.register_actions()
        events.subscribe(events.GUIDANCE_REQUESTED, open_case_on_request)
        events.subscribe(events.WAITING_REQUESTED, refuse_wait_during_guidance)
        timeline.register_source(own_timeline.entries)
        today.register_source(own_today.items)
        navigation.register(
            navigation.NavigationItem(
                host="site",
                section="daily",
                label=_("Guidance"),
                url_name="guidance:cases",
                icon="signpost-2",
                roles=GUIDANCE_ROLES,
                order=30,
                mobile=True,
            )
        )
