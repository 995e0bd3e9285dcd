from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.accounts.enums import Role
from core.accounts.labels import ACTIONS, OBJECTS
from core.audit import labels
from core.ui import navigation

HOSTS = {
    "site": [Role.SITE_ADMINISTRATOR, Role.COORDINATOR],
    "programme": [Role.LEAD_PARTNER, Role.PROJECT_MANAGER],
}


class AccountsConfig(AppConfig):
    name = "core.accounts"
    label = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        labels.register(ACTIONS)
        labels.register_objects(OBJECTS)
        for host, roles in HOSTS.items():
            _offer(host, _("People"), "accounts:people", "person-gear", roles, 810)
            _offer(host, _("Who did what"), "accounts:audit_log", "journal-text", roles, 820)
            _offer(host, _("Your account"), "accounts:profile", "person", (), 900)


def _offer(host: str, label: object, url_name: str, icon: str, roles: object, order: int) -> None:
    navigation.register(
        navigation.NavigationItem(
            host=host,
            section="manage",
            label=label,
            url_name=url_name,
            icon=icon,
            roles=roles,
            order=order,
        )
    )
