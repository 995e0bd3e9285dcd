"""Where a family stands because of guidance: in it while a case runs, else out of it.

A parent who was referred again after their guidance is on the way in again, not out of it.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tenants.families.models import Referral
from tenants.families.states import FamilyState, register
from tenants.guidance.models import Case


def _ended_for_good() -> QuerySet:
    """Cases of the family whose parent was not referred again since."""
    later = Referral.objects.filter(
        guardian=OuterRef("guardian"), referred_on__gt=OuterRef("ended_on")
    )
    return Case.objects.filter(~Exists(later), family=OuterRef("pk"))


ENDED = FamilyState(
    code="ended",
    label=_("Guidance ended"),
    order=60,
    condition=lambda: Q(Exists(_ended_for_good())),
    tone="neutral",
    icon="flag",
)
IN_GUIDANCE = FamilyState(
    code="in_guidance",
    label=_("In guidance"),
    order=70,
    condition=lambda: Q(Exists(Case.objects.running().filter(family=OuterRef("pk")))),
    tone="good",
    icon="signpost-2",
)


def register_states() -> None:
    """Called from `ready()`. A running case wins over one that ended: it has a higher order."""
    register(ENDED)
    register(IN_GUIDANCE)
