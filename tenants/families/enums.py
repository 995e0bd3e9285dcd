"""The closed choices of a family's file, with their meaning beside them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sex(TextChoices):
    """As the person says it; "unknown" is an answer."""

    WOMAN = "woman", pgettext_lazy("sex", "Woman")
    MAN = "man", pgettext_lazy("sex", "Man")
    NON_BINARY = "non_binary", pgettext_lazy("sex", "Non-binary")
    UNKNOWN = "unknown", pgettext_lazy("sex", "Not known")


class NextStep(TextChoices):
    """What follows on a decision. Only an eligible parent can start or wait."""

    NONE = "none", _("Nothing yet")
    START = "start", _("Guidance starts")
    WAITING = "waiting", _("On the waiting list")


class WaitingEnd(TextChoices):
    """Why somebody is no longer on the waiting list."""

    STARTED = "started", _("Guidance started")
    WITHDRAWN = "withdrawn", _("The parent withdrew")
    MOVED = "moved", _("The family moved away")
    ELSEWHERE = "elsewhere", _("Helped somewhere else")
    NO_CONTACT = "no_contact", _("No more contact")


#: Reasons that a coach chooses from; "started" is written by the start itself.
WITHDRAWAL_REASONS = tuple(reason for reason in WaitingEnd if reason != WaitingEnd.STARTED)
