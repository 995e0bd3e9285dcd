"""Families: who they are, how they come in, and the registers that the other apps add to."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.accounts.enums import Role
from core.audit import labels
from core.ui import navigation
from tenants.families.labels import ACTIONS, OBJECTS


class FamiliesConfig(AppConfig):
    name = "tenants.families"
    label = "families"
    verbose_name = _("families")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Models can be imported only now, and these modules need them.
        from tenants.families import registers

        registers.register_all()
        labels.register(ACTIONS)
        labels.register_objects(OBJECTS)
        _offer(_("Today"), "families:today", "sun", (), 10)
        _offer(_("Families"), "families:list", "people", (Role.FAMILY_COACH, Role.COORDINATOR), 20)


def _offer(label: object, url_name: str, icon: str, roles: tuple[Role, ...], order: int) -> None:
    navigation.register(
        navigation.NavigationItem(
            host="site",
            section="daily",
            label=label,
            url_name=url_name,
            icon=icon,
            roles=roles,
            order=order,
            mobile=True,
        )
    )
