"""The kinds of the families app and the import's place, from `AppConfig.ready()`."""

from django.utils.translation import gettext_lazy as _

from core.accounts.enums import Role
from core.audit import labels
from core.ui import navigation
from tenants.families.case_import.admission import IntakeKind, ReferralKind
from tenants.families.case_import.deciding import DecisionKind
from tenants.families.case_import.kinds import kinds
from tenants.families.case_import.people import ChildKind, FamilyKind, ParentKind
from tenants.families.case_import.waiting_list import WaitingKind

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
    navigation.register(
        navigation.NavigationItem(
            host="site",
            section="manage",
            label=_("Import"),
            url_name="families:imports",
            icon="file-earmark-arrow-up",
            roles=frozenset({Role.COORDINATOR}),
            order=600,
        )
    )
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
