"""How this app's actions and objects are called in the access log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "families.referral_registered": _("Family registered"),
    "families.referred_again": _("Parent referred again"),
    "families.child_added": _("Child added"),
    "families.intake_recorded": _("Intake recorded"),
    "families.decided": _("Decision recorded"),
    "families.placed_on_waiting_list": _("Placed on the waiting list"),
    "families.withdrawn_from_waiting_list": _("Taken off the waiting list"),
    "families.waiting_list_resumed": _("Put back on the waiting list"),
    "families.guidance_requested": _("Guidance started from the decision"),
}

OBJECTS = {
    "families.family": _("Family"),
    "families.referral": _("Referral"),
    "families.child": _("Child"),
    "families.intake": _("Intake"),
    "families.decision": _("Decision"),
    "families.waitingentry": _("Entry on the waiting list"),
}
