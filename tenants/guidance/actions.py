"""What guidance offers to record on a family's file."""

from django.utils.translation import gettext_lazy as _

from tenants.families.actions import RecordAction, register
from tenants.guidance.permissions import GUIDANCE_ROLES


def register_actions() -> None:
    """Called from `ready()`; the order is that of how often coaches do it."""
    for label, icon, url_name, order in (
        (_("Record a contact"), "telephone", "guidance:contact", 10),
        (_("Record work"), "briefcase", "guidance:work", 40),
        (_("End guidance"), "flag", "guidance:end", 90),
    ):
        register(RecordAction(label, icon, url_name, GUIDANCE_ROLES, order))
