"""Pause, resume and archive a site."""

from django.db import transaction

from core.audit.services import record
from core.partners.context import owner_context
from core.partners.enums import PartnerState
from core.partners.models import Partner


def set_state(partner: Partner, state: PartnerState, by=None) -> None:
    """Change a site's state; every process hears of it through the directory's notification."""
    with owner_context(), transaction.atomic():
        Partner.objects.filter(pk=partner.pk).update(state=state)
        record(
            by=by,
            action=f"partners.site_{state}",
            object_type="partner",
            object_id=partner.pk,
            summary=partner.name,
        )
