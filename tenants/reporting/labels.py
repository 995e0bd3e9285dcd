"""How reporting's actions and objects are called in the access log, and on its pages."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "reporting.period_approved": _("Period approved"),
    "reporting.approval_withdrawn": _("Approval withdrawn"),
    "reporting.figures_downloaded": _("Figures downloaded"),
}

OBJECTS = {
    "reporting.submission": _("Approved period"),
    "reporting.figures": _("Figures"),
}
