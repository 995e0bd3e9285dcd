"""Kinds of host, and the life of a partner."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HostKind(models.TextChoices):
    """What kind of door a request came through, and so who answers it."""

    PARTNER = "partner", _("site")
    PROGRAMME = "programme", _("programme")
    PUBLIC = "public", _("public site")
    ROUTER = "router", _("router")
    OWNER = "owner", _("owner")


class PartnerState(models.TextChoices):
    """A paused site shows a notice and keeps everything; an archived one is closed."""

    ACTIVE = "active", _("active")
    PAUSED = "paused", _("paused")
    ARCHIVED = "archived", _("archived")
