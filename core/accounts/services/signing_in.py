"""What the log and the account keep of coming and going."""

from django.db import transaction
from django.utils import timezone

from core.accounts.models import User
from core.audit.services import record


def note_sign_in(*, user: User) -> None:
    """`user` has shown who they are; links to set a new password become void."""
    with transaction.atomic():
        user.last_seen_at = timezone.now()
        user.save(update_fields=["last_seen_at"])
        _record(user, "accounts.signed_in")


def note_sign_out(*, user: User) -> None:
    _record(user, "accounts.signed_out")


def note_too_many_attempts(*, network: str) -> None:
    """Somebody at `network` was sent away; whose account they wanted is not written down."""
    record(
        by=None,
        action="accounts.sign_in_blocked",
        object_type="accounts.network",
        object_id=network,
    )


def _record(user: User, action: str) -> None:
    record(by=user, action=action, object_type="accounts.user", object_id=user.pk)
