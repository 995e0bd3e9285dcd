"""How childcare's actions and objects are called in the access log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "childcare.attendance_recorded": _("Attendance recorded"),
    "childcare.attendance_undone": _("Attendance taken back"),
}

OBJECTS = {
    "childcare.attendance": _("Attendance"),
    "childcare.day": _("Day in care"),
}
