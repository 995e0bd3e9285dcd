"""The kinds of the families app, registered from `AppConfig.ready()`."""

from django.utils.translation import gettext_lazy as _

from core.audit import labels
from tenants.families.case_import.admission import IntakeKind, ReferralKind
from tenants.families.case_import.deciding import DecisionKind, WaitingKind
from tenants.families.case_import.kinds import kinds
from tenants.families.case_import.people import ChildKind, FamilyKind, ParentKind

ACTIONS = {
    "families.family_imported": _("Family imported"),
    "families.parent_imported": _("Parent imported"),
    "families.cases_imported": _("Existing cases imported"),
}
OBJECTS = {
    "families.guardian": _("Parent"),
    "families.importjob": _("Import of existing cases"),
}


def register_kinds() -> None:
    """People, and the steps up to the decision and the waiting list."""
    labels.register(ACTIONS)
    labels.register_objects(OBJECTS)
    for kind in (
        FamilyKind(),
        ParentKind(),
        ChildKind(),
        ReferralKind(),
        IntakeKind(),
        DecisionKind(),
        WaitingKind(),
    ):
        kinds.register(kind)
