"""What guidance offers to record on a family's file."""

from django.utils.translation import gettext_lazy as _

from tenants.families.actions import RecordAction, register
from tenants.guidance.permissions import GUIDANCE_ROLES
from tenants.guidance.states import IN_GUIDANCE


def register_actions() -> None:
    """Called from `ready()`; the order is that of how often coaches do it.

    Work is recorded after guidance too; a contact and an end belong to a case that runs.
    """
    for label, icon, url_name, order, in_states in (
        (_("Record a contact"), "telephone", "guidance:contact", 10, {IN_GUIDANCE.code}),
        (_("Record work"), "briefcase", "guidance:work", 40, ()),
        (_("End guidance"), "flag", "guidance:end", 90, {IN_GUIDANCE.code}),
    ):
        register(RecordAction(label, icon, url_name, GUIDANCE_ROLES, order, in_states))
