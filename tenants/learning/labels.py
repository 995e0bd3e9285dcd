"""How learning's actions and objects are called in the access log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "learning.training_recorded": _("Training recorded"),
    "learning.training_completed": _("End of a training recorded"),
    "learning.volunteering_recorded": _("Volunteering recorded"),
    "learning.volunteering_ended": _("End of volunteering recorded"),
}

OBJECTS = {
    "learning.trainingparticipation": _("Training"),
    "learning.volunteering": _("Volunteering"),
}
