"""The two things that can happen to a period: it is approved, or its approval is withdrawn.

Approving freezes: the exact figures are written down for the site, and for each audience
outside the face that it may see. A background task then copies the faces into the shared
layer. Corrections of cases afterwards change nothing of this; who wants other figures to stand
withdraws with a reason and approves again, as a new revision.
"""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.accounts.access import check
from core.audit.services import record
from core.indicators.tasks import collect_submission
from core.partners.context import current
from core.partners.tasks import send
from core.sites.selectors import NoConfiguration, configuration_on
from core.ui.formats import plain_date
from tenants.families.validation import check_free_text
from tenants.reporting.completeness import as_signed, gaps, told_to_partners
from tenants.reporting.enums import Act
from tenants.reporting.freezing import freeze
from tenants.reporting.models import Signature, Submission
from tenants.reporting.periods import Period
from tenants.reporting.permissions import APPROVERS

SHORTEST_REASON = 10


def approve_period(*, start: date, end: date, by: Any) -> Submission:
    """Freeze the figures of a period and send them to the shared layer.

    Raises `NotPermitted`, or `ValidationError` by field (start, end).
    """
    check(by, *APPROVERS)
    already_inside = connection.in_atomic_block
    with transaction.atomic():
        if not already_inside:
            _one_picture_of_the_cases()
        submission = _freeze(_checked(start, end), by)
        _log(submission, by=by, action="reporting.period_approved")
        _send(submission)
    return submission


def withdraw_approval(*, submission: Submission, reason: str, by: Any) -> Submission:
    """Take an approval back. What was frozen stays readable, marked as withdrawn.

    Raises `NotPermitted`, or `ValidationError` by field (reason, or none when it is too late).
    """
    check(by, *APPROVERS)
    with transaction.atomic():
        submission = Submission.objects.select_for_update().get(pk=submission.pk)
        reason = _checked_reason(submission, reason)
        submission.withdrawn_at, submission.withdrawn_reason = timezone.now(), reason
        submission.save(update_fields=["withdrawn_at", "withdrawn_reason"])
        _sign(submission, Act.WITHDRAWN, submission.withdrawn_at, by)
        _log(submission, by=by, action="reporting.approval_withdrawn", reason=reason)
        _send(submission)
    return submission


def _one_picture_of_the_cases() -> None:
    """All figures of one approval see the cases of one moment."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _checked(start: date, end: date) -> Period:
    found: dict[str, str] = {}
    if start > end:
        found["end"] = _("The period ends before it starts. Exchange the two days.")
    elif end >= timezone.localdate():
        text = _("The period is not over yet. You can approve it from %(day)s.")
        found["end"] = text % {"day": plain_date(end + timedelta(days=1))}
    elif Submission.objects.standing().of_period(start, end).exists():
        found["start"] = _already_approved()
    if found:
        raise ValidationError(found)
    return Period(start, end)


def _already_approved() -> str:
    return _("This period has been approved. Withdraw that approval first, with a reason.")


def _checked_reason(submission: Submission, reason: str) -> str:
    if submission.is_withdrawn:
        text = _("This approval was withdrawn on %(day)s already.")
        raise ValidationError(text % {"day": plain_date(submission.withdrawn_at)})
    reason = reason.strip()
    messages = check_free_text(reason)
    if len(reason) < SHORTEST_REASON:
        messages.append(_("Say in a few words why, so that partners understand what changes."))
    if messages:
        raise ValidationError({"reason": messages})
    return reason


def _freeze(period: Period, by: Any) -> Submission:
    try:
        version = configuration_on(period.end)
    except NoConfiguration as missing:
        raise ValidationError({"end": str(missing)}) from missing
    found = gaps(period.end, version.configuration)
    try:
        with transaction.atomic():
            submission = freeze(period, version, told_to_partners(found))
    except IntegrityError as twice:  # a colleague approved it at the same moment
        raise ValidationError({"start": _already_approved()}) from twice
    _sign(submission, Act.APPROVED, submission.approved_at, by, as_signed(found))
    return submission


def _sign(submission: Submission, act: str, at: Any, by: Any, gaps_seen: Any = ()) -> None:
    Signature.objects.create(
        submission=submission, act=act, by_name=str(by), at=at, gaps_seen=list(gaps_seen)
    )


def _send(submission: Submission) -> None:
    send(collect_submission, current().slug, submission.pk, partner="programme")


def _log(submission: Submission, *, by: Any, action: str, reason: str = "") -> None:
    record(
        by=by,
        action=action,
        object_type="reporting.submission",
        object_id=submission.pk,
        reason=reason,
        details={
            "from": submission.period_start,
            "to": submission.period_end,
            "revision": submission.revision,
        },
    )
