"""Reading approved periods: what stands, what has changed since, whether it has arrived."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from core.indicators.enums import OWN
from core.indicators.models import Receipt
from tenants.reporting.faces import exact_cells
from tenants.reporting.figures import configuration_of, figures
from tenants.reporting.models import Submission
from tenants.reporting.periods import Period


@dataclass(frozen=True)
class Difference:
    """One exact figure as it was approved, and as it is known now."""

    indicator: str
    dimension: str
    category: str
    approved: int
    now: int

    @property
    def change(self) -> int:
        return self.now - self.approved


def submissions(user: Any) -> QuerySet:
    """All approvals that a reader may see, the newest first, with who signed."""
    return Submission.objects.visible_to(user).newest_first().prefetch_related("signatures")


def standing_submission(user: Any, period: Period) -> Submission | None:
    """The approval of this very period that has not been withdrawn."""
    found = submissions(user).standing().of_period(period.start, period.end)
    return found.first()


def differences(submission: Submission) -> list[Difference]:
    """Every figure that is known differently now: corrections since the approval."""
    period = Period(submission.period_start, submission.period_end)
    now = exact_cells(figures(period).values(), configuration_of(period))
    approved = {
        cell.key: cell.value for cell in submission.cells.filter(population=OWN).order_by("pk")
    }
    places = dict.fromkeys([*approved, *map(tuple, now)])
    now_by_place = {tuple(key): number for key, number in now.items()}
    return [
        Difference(place[0], place[2], place[3], then, today)
        for place in places
        if (then := approved.get(place, 0)) != (today := now_by_place.get(place, 0))
    ]


@dataclass(frozen=True)
class Arrival:
    """Whether the shared layer has what was last said of a submission.

    `arrived_at` is None while it is on its way.
    """

    arrived_at: datetime | None
    is_withdrawal: bool

    @property
    def is_on_its_way(self) -> bool:
        return self.arrived_at is None


def arrivals(found: Iterable[Submission]) -> dict[int, Arrival]:
    """For each submission by its number, what the shared layer has acknowledged."""
    found = list(found)
    numbers = [submission.pk for submission in found]
    receipts = Receipt.objects.filter(submission_id__in=numbers).in_bulk()
    return {
        submission.pk: _arrival(submission, receipts.get(submission.pk)) for submission in found
    }


def _arrival(submission: Submission, receipt: Receipt | None) -> Arrival:
    if receipt is None:
        return Arrival(None, submission.is_withdrawn)
    if submission.is_withdrawn:
        return Arrival(receipt.withdrawn_at, True)
    return Arrival(receipt.collected_at, False)
