"""How often a stranger may try before they have to wait.

Each attempt is counted before it is judged, with one statement that locks the count's row:
attempts that come at the same moment can not slip through together. Three counts guard a
sign-in. The pair (address, network) is tight and stops guessing; the address alone is wider, so
that a stranger elsewhere can not easily keep somebody out; the network alone is widest, because
a whole office may share one.
"""

import ipaddress
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.accounts.models import AttemptCount


class TooManyAttempts(PermissionDenied):
    """The limit is reached; trying again helps only after `minutes`.

    `is_first` is true for the attempt that went over the limit, false for all that follow.
    """

    def __init__(self, minutes: int, *, is_first: bool) -> None:
        super().__init__(f"Wait {minutes} minutes.")
        self.minutes = minutes
        self.is_first = is_first


@dataclass(frozen=True)
class Limit:
    """At most `most` attempts in `period` by one subject; `code` is at most 40 characters."""

    code: str
    most: int
    period: timedelta

    def count(self, *subject: str) -> int:
        """Count one attempt by `subject`; the number in the running period. Raises
        `TooManyAttempts` beyond the limit."""
        now = timezone.now()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                _COUNT_ONE,
                {
                    "rule": self.code,
                    "subject": _digest(self.code, subject),
                    "now": now,
                    "ends_at": now + self.period,
                },
            )
            number, ends_at = cursor.fetchone()
        if number > self.most:
            minutes = -(-(ends_at - now) // timedelta(minutes=1))
            raise TooManyAttempts(minutes, is_first=number == self.most + 1)
        return number

    def forget(self, *subject: str) -> None:
        """Start `subject` afresh: it has shown who it is."""
        AttemptCount.objects.filter(rule=self.code, subject=_digest(self.code, subject)).delete()


_COUNT_ONE = """
INSERT INTO accounts_attemptcount AS kept (rule, subject, count, ends_at)
VALUES (%(rule)s, %(subject)s, 1, %(ends_at)s)
ON CONFLICT (rule, subject) DO UPDATE SET
    count = CASE WHEN kept.ends_at <= %(now)s THEN 1 ELSE kept.count + 1 END,
    ends_at = CASE WHEN kept.ends_at <= %(now)s THEN excluded.ends_at ELSE kept.ends_at END
RETURNING count, ends_at
"""

SIGN_IN_BY_PAIR = Limit("sign_in.pair", most=8, period=timedelta(minutes=15))
SIGN_IN_BY_ADDRESS = Limit("sign_in.address", most=50, period=timedelta(hours=1))
SIGN_IN_BY_NETWORK = Limit("sign_in.network", most=100, period=timedelta(minutes=15))
RESET_BY_ADDRESS = Limit("reset.address", most=3, period=timedelta(hours=1))
RESET_BY_NETWORK = Limit("reset.network", most=20, period=timedelta(hours=1))
PASSWORD_CHANGE = Limit("password_change", most=8, period=timedelta(minutes=15))


def count_sign_in(email: str, network: str) -> None:
    """Count one attempt to sign in; raises `TooManyAttempts`."""
    address = email.strip().lower()
    SIGN_IN_BY_NETWORK.count(network)
    SIGN_IN_BY_PAIR.count(address, network)
    SIGN_IN_BY_ADDRESS.count(address)


def forget_sign_in(email: str, network: str) -> None:
    """After a sign-in that succeeded: earlier typing errors do not count any more."""
    address = email.strip().lower()
    SIGN_IN_BY_PAIR.forget(address, network)
    SIGN_IN_BY_ADDRESS.forget(address)


def network_of(address: str) -> str:
    """What counts as one visitor: an IPv4 address, or the /64 an IPv6 address lies in."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def forget_what_has_ended() -> int:
    """Remove counts whose period is over; the number removed. Safe to repeat at any time."""
    ended = AttemptCount.objects.filter(ends_at__lt=timezone.now())
    with transaction.atomic():
        free = ended.select_for_update(skip_locked=True).values_list("pk", flat=True)[:1000]
        return AttemptCount.objects.filter(pk__in=list(free)).delete()[0]


def _digest(code: str, subject: tuple[str, ...]) -> str:
    return salted_hmac(
        f"core.accounts.limits.{code}", "\0".join(subject), algorithm="sha256"
    ).hexdigest()
