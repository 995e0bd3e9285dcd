"""A site's configuration: what it says, which versions there were, who may read it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.audit import labels
from core.partners.grants import append_only, frozen_for_collection
from core.sites.permissions import READER_ROLES
from core.ui import navigation

TABLE = "sites_configurationversion"


class SitesConfig(AppConfig):
    name = "core.sites"
    label = "sites"
    verbose_name = _("sites")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # These reach models, which exist only once all apps are loaded.
        from core.partners.provisioning import register_step
        from core.sites.provisioning import publish_configuration

        append_only(TABLE)
        frozen_for_collection(TABLE)
        register_step("configuration", publish_configuration)
        labels.register({"sites.configuration_published": _("Settings published")})
        labels.register_objects({"sites.configurationversion": _("Version of the settings")})
        navigation.register(
            navigation.NavigationItem(
                host="site",
                section="manage",
                label=_("Settings"),
                url_name="settings:overview",
                icon="gear",
                roles=READER_ROLES,
                order=800,
                mobile=True,
            )
        )
