"""Where a family stands because of guidance: in it while a case runs, else out of it."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from tenants.families.states import FamilyState, register
from tenants.guidance.models import Case

ENDED = FamilyState(
    code="ended",
    label=_("Guidance ended"),
    order=60,
    condition=lambda: Q(Exists(Case.objects.filter(family=OuterRef("pk")))),
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
