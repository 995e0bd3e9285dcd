"""What accounts leave to a worker. Messages carry a number, never a key or an address of mail."""

from urllib.parse import urlencode

from celery import shared_task

from core.accounts import limits, notifications, passwords
from core.accounts.models import User


@shared_task(
    name="accounts.send_password_reset",
    autoretry_for=(notifications.MailError,),
    retry_backoff=True,
)
def send_password_reset(user_id: int, address: str, language: str) -> None:
    """Mail a fresh link to set a password; `address` is the page without its key.

    Repeating it sends a second mail whose link works as well. Nothing is sent to an account
    that was switched off in the meantime.
    """
    user = User.objects.active().filter(pk=user_id).first()
    if user is None:
        return
    key = urlencode({"key": passwords.make_token(user)})
    notifications.send_password_reset(user, address=f"{address}?{key}", language=language)


@shared_task(name="accounts.forget_ended_limits")
def forget_ended_limits() -> int:
    """Remove the counts of attempts whose period is over; for the daily round."""
    return limits.forget_what_has_ended()
