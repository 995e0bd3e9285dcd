"""The roles people have, and on which host they work.

A partner's staff works on the partner's host, the programme's people on the programme's. Each
schema holds its own accounts, so no account ever has roles of both.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    FAMILY_COACH = "family_coach", _("Family coach")
    CHILDCARE_WORKER = "childcare_worker", _("Childcare worker")
    TEAM_COACH = "team_coach", _("Team coach")
    COORDINATOR = "coordinator", _("Coordinator")
    SITE_ADMINISTRATOR = "site_administrator", _("Site administrator")
    LEAD_PARTNER = "lead_partner", _("Lead partner")
    PROJECT_MANAGER = "project_manager", _("Project manager")
    COMMUNICATIONS = "communications", _("Communications")
    RESEARCHER = "researcher", _("Researcher")
    PARTNER_REPORTER = "partner_reporter", _("Partner reporter")


SITE_ROLES = frozenset(
    {
        Role.FAMILY_COACH,
        Role.CHILDCARE_WORKER,
        Role.TEAM_COACH,
        Role.COORDINATOR,
        Role.SITE_ADMINISTRATOR,
    }
)

PROGRAMME_ROLES = frozenset(
    {
        Role.LEAD_PARTNER,
        Role.PROJECT_MANAGER,
        Role.COMMUNICATIONS,
        Role.RESEARCHER,
        Role.PARTNER_REPORTER,
    }
)

#: Who manages the accounts of a schema. One of them must always be left.
ADMINISTRATOR_ROLES = frozenset({Role.SITE_ADMINISTRATOR, Role.LEAD_PARTNER})

#: Who sees the list of people and reads the access log, without managing either.
OVERSEER_ROLES = ADMINISTRATOR_ROLES | {Role.COORDINATOR, Role.PROJECT_MANAGER}

#: The roles that belong to a kind of host (`request.activation.kind`).
ROLES_OF_HOST = {"partner": SITE_ROLES, "programme": PROGRAMME_ROLES, "public": frozenset()}


def in_order(roles) -> list["Role"]:
    """Roles in the order of the enumeration, each once."""
    return [role for role in Role if role in set(roles)]
