"""Codes of guidance that are the same at every site; the others come from its configuration."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reached(models.TextChoices):
    """Did the coach speak with the parent? An attempt is work too, but it is no contact."""

    REACHED = "reached", _("Yes, we spoke")
    TRIED = "tried", _("Left a message")
    NO_ANSWER = "no_answer", _("No answer")


class Captured(models.TextChoices):
    """How the site came to know of the work: figures captured differently do not compare."""

    SELF_REPORT = "self_report", _("The parent told us")
    COACH = "coach", _("The coach saw or heard it")
    REGISTER = "register", _("Taken from a register")
