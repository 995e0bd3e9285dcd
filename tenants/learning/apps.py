"""Learning: trainings that parents follow, and their volunteering."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.audit import labels as audit_labels
from core.ui import navigation
from tenants.learning import labels
from tenants.learning.permissions import LEARNING_ROLES


class LearningConfig(AppConfig):
    name = "tenants.learning"
    label = "learning"
    verbose_name = _("learning")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tenants.families import actions, timeline
        from tenants.learning import case_import, measures
        from tenants.learning import timeline as own_timeline

        audit_labels.register(labels.ACTIONS)
        audit_labels.register_objects(labels.OBJECTS)
        measures.register_measures()
        case_import.register_kinds()
        timeline.register_source(own_timeline.entries)
        for label, icon, url_name, order in (
            (_("Record a training"), "mortarboard", "learning:training", 30),
            (_("Record volunteering"), "hand-thumbs-up", "learning:volunteering", 50),
        ):
            actions.register(actions.RecordAction(label, icon, url_name, LEARNING_ROLES, order))
        navigation.register(
            navigation.NavigationItem(
                host="site",
                section="daily",
                label=_("Learning"),
                url_name="learning:trainings",
                icon="mortarboard",
                roles=LEARNING_ROLES,
                order=50,
            )
        )
