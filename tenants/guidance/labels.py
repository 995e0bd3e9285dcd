"""How guidance's actions and objects are called in the access log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "guidance.case_started": _("Guidance started"),
    "guidance.case_ended": _("Guidance ended"),
    "guidance.coach_assigned": _("Family coach assigned"),
    "guidance.contact_recorded": _("Contact recorded"),
    "guidance.work_recorded": _("Work recorded"),
    "guidance.work_ended": _("End of work recorded"),
}

OBJECTS = {
    "guidance.case": _("Guidance"),
    "guidance.contact": _("Contact"),
    "guidance.workspell": _("Work"),
}
