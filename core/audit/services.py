"""The two doors into the log: something was done, something was read.

Both write in the transaction of what they log. If the entry can not be written, the change
is rolled back or the page is not served: nothing happens in silence.
"""

from typing import Any

from core.audit.enums import EntryKind
from core.audit.models import Entry

#: How the platform's own work (provisioning, tasks) signs.
SYSTEM = "system"

#: The action of every read; the label stands in `core.audit.labels`.
VIEWED = "audit.viewed"


def record(
    *,
    by: Any,
    action: str,
    object_type: str,
    object_id: object,
    summary: str = "",
    family_id: int | None = None,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> Entry:
    """Log that `by` changed something.

    `by` is whoever is signed in, or None when the platform itself acts. `action` is a dotted
    code ("families.referral_registered") whose label is registered in `core.audit.labels`;
    `object_type` is "app.model". `family_id` ties the entry to one family's file. `details`
    must be JSON (dates and decimals are turned into text) and hold no more than is needed to
    understand the change.
    """
    return _write(
        EntryKind.WRITE,
        by=by,
        action=action,
        object_type=object_type,
        object_id=object_id,
        summary=summary,
        family_id=family_id,
        reason=reason,
        details=details or {},
    )


def record_view(
    *,
    by: Any,
    object_type: str,
    object_id: object,
    family_id: int | None = None,
    reason: str = "",
) -> Entry:
    """Log that `by` opened something personal; call it before the page is built."""
    return _write(
        EntryKind.READ,
        by=by,
        action=VIEWED,
        object_type=object_type,
        object_id=object_id,
        family_id=family_id,
        reason=reason,
    )


def _write(kind: EntryKind, *, by: Any, object_id: object, **fields: Any) -> Entry:
    return Entry.objects.create(
        kind=kind,
        actor_id=by.pk if by is not None else None,
        actor=str(by) if by is not None else SYSTEM,
        object_id=str(object_id),
        **fields,
    )
