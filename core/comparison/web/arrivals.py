"""Which sites have approved which periods: the overview's table and its latest arrivals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.comparison.selectors import ApprovedPeriod, latest_of_each, sites_taking_part
from core.comparison.web.forms import period_in_words
from core.indicators.models import CollectedSubmission

MOST_PERIODS = 6
"""Columns of the table; older periods are found on the comparison itself."""

LATEST = 8


@dataclass(frozen=True)
class Place:
    """One site and one period: what has arrived. `gaps` says how much is known too seldom."""

    period: str
    state: str
    on: date | datetime | None = None
    revision: int = 0
    gaps: int = 0
    reason: str = ""


@dataclass(frozen=True)
class SiteRow:
    name: str
    country: str
    places: list[Place]


@dataclass(frozen=True)
class PeriodHead:
    label: str
    href: str
    missing: list[str]


@dataclass(frozen=True)
class Arrived:
    """One submission that came in."""

    title: str
    text: str
    on: datetime
    withdrawn: bool
    href: str


@dataclass(frozen=True)
class Arrivals:
    """Everything the overview shows."""

    periods: list[PeriodHead]
    rows: list[SiteRow]
    latest: list[Arrived]


def arrivals(user: Any, periods: Sequence[ApprovedPeriod]) -> Arrivals:
    """Three statements, however many sites and periods there are."""
    shown = list(periods[:MOST_PERIODS])
    sites = sites_taking_part(user)
    rows = list(latest_of_each(user))
    by_place = {(row.partner_slug, row.period_start, row.period_end): row for row in rows}
    table = [
        SiteRow(
            site.name,
            site.country,
            [_place(by_place.get((site.slug, one.start, one.end)), one) for one in shown],
        )
        for site in sites
    ]
    heads = [_head(period, at, table) for at, period in enumerate(shown)]
    newest = sorted(rows, key=lambda row: row.collected_at, reverse=True)[:LATEST]
    return Arrivals(heads, table, [_arrived(row) for row in newest])


def lead_of(found: Arrivals) -> str:
    """What matters first: how far the latest period is."""
    if not found.periods:
        return _("Which sites have approved which periods, and what is still to come.")
    sites = len(found.rows)
    words = ngettext(
        "%(done)s of %(sites)s site has approved the period %(period)s.",
        "%(done)s of %(sites)s sites have approved the period %(period)s.",
        sites,
    )
    latest = found.periods[0]
    done = sites - len(latest.missing)
    return words % {"done": done, "sites": sites, "period": latest.label}


def _place(row: CollectedSubmission | None, period: ApprovedPeriod) -> Place:
    label = period_in_words(period)
    if row is None:
        return Place(label, "missing")
    if row.withdrawn_at is not None:
        reason = row.withdrawn_reason
        return Place(label, "withdrawn", row.withdrawn_at, row.revision, reason=reason)
    gaps = len(row.completeness.get("over", ()))
    return Place(label, "approved", row.approved_at, row.revision, gaps)


def _head(period: ApprovedPeriod, at: int, table: Sequence[SiteRow]) -> PeriodHead:
    missing = [row.name for row in table if row.places[at].state != "approved"]
    return PeriodHead(
        period_in_words(period), f"{reverse('comparison:compare')}?period={period.code}", missing
    )


def _arrived(row: CollectedSubmission) -> Arrived:
    period = ApprovedPeriod(row.period_start, row.period_end, 0)
    return Arrived(
        title=row.partner_name,
        text=period_in_words(period),
        on=row.withdrawn_at or row.collected_at,
        withdrawn=row.withdrawn_at is not None,
        href=f"{reverse('comparison:compare')}?period={period.code}",
    )
