"""A coach spoke, or tried to speak, with a parent: recorded on a phone, in a few taps."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from core.audit.services import record
from tenants.families.validation import Findings
from tenants.guidance.models import Case, Contact
from tenants.guidance.permissions import must_guide
from tenants.guidance.services import checks


def record_contact(
    *,
    case: Case,
    on: date,
    kind: str,
    reached: str,
    by: Any,
    note: str = "",
    submission: UUID | None = None,
) -> Contact:
    """Record a contact or an attempt. The same `submission` twice gives the first contact.

    A contact after the end of guidance is allowed: coaches ask later how it goes. Raises
    `NotPermitted`, or `ValidationError` by field (on, kind, reached, note).
    """
    must_guide(by)
    with transaction.atomic():
        # The case's row lets a form that was sent twice wait for its first sending.
        case = Case.objects.select_for_update().get(pk=case.pk)
        known = Contact.objects.filter(submission=submission).first() if submission else None
        if known is not None:
            return known
        found = Findings()
        checks.check_contact(
            found, on=on, kind=kind, reached=reached, note=note, not_before=case.started_on
        )
        found.refuse_if_any()
        contact = Contact.objects.create(
            case=case,
            on=on,
            kind=kind,
            reached=reached,
            note=note.strip(),
            by_name=by.name,
            submission=submission,
        )
        record(
            by=by,
            action="guidance.contact_recorded",
            object_type="guidance.contact",
            object_id=contact.pk,
            family_id=case.family_id,
            details={"on": on, "kind": kind, "reached": reached},
        )
    return contact
