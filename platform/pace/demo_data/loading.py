"""Fills a site of the demo: its staff, and its invented families through the import.

Run it inside the partner's context. It does nothing where there are families already.
"""

import io
from collections.abc import Callable, Iterable
from datetime import date
from typing import BinaryIO

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from core.accounts.enums import Role
from core.accounts.models import User
from core.indicators.collection import collect_outstanding
from core.partners.context import partner_context, programme_context
from core.partners.models import Partner
from pace.demo_data import mechelen
from pace.demo_data.people import PASSWORD, of_host
from pace.demo_data.profiles import BY_SLUG
from pace.demo_data.recent import recent_rows
from pace.demo_data.rows import as_csv, rows_of
from pace.demo_data.simulation import History
from tenants.families.case_import.service import import_cases
from tenants.families.case_import.site_rules import SiteRules
from tenants.families.models import Family
from tenants.reporting.models import Submission
from tenants.reporting.services import approve_period


class DemoDataRefused(RuntimeError):
    """The site's own rules refuse the invented families; says which row and why."""


def load(partner: Partner, *, today: date | None = None) -> None:
    """Make the staff and the families of a site; `today` is the day on which the demo runs."""
    today = today or timezone.localdate()
    make_accounts(partner.slug)
    by = _coordinator()
    if by is None or Family.objects.exists():
        return
    if partner.slug == "mechelen":
        with mechelen.FILE.open("rb") as file:
            _bring(file, mechelen.FILE.name, by)
        rows = recent_rows(SiteRules(today), today)
        _bring(io.BytesIO(as_csv(rows)), "mechelen-since-2023.csv", by)
    elif partner.slug in BY_SLUG:
        families = History(BY_SLUG[partner.slug], SiteRules(today), today).run()
        _bring(io.BytesIO(as_csv(rows_of(families))), f"{partner.slug}.csv", by)


def _bring(file: BinaryIO, name: str, by: User) -> None:
    outcome = import_cases(file=file, name=name, by=by)
    if outcome.problem_count:
        first = "\n".join(str(problem) for problem in outcome.problems[:10])
        raise DemoDataRefused(f"{name}: {outcome.problem_count} problems\n{first}")


def load_programme() -> None:
    """Make the people of the programme's host."""
    make_accounts("programme")


def make_accounts(host: str) -> list[User]:
    """The cast of a host, in the active schema; whoever is there already stays."""
    wanted = of_host(host)
    known = set(
        User.objects.filter(email__in=[member.email for member in wanted]).values_list(
            "email", flat=True
        )
    )
    new = [member for member in wanted if member.email not in known]
    password = make_password(PASSWORD) if new else ""
    made = []
    for member in new:
        user = User(
            email=member.email,
            name=member.name,
            roles=list(member.roles),
            language=member.language,
            password=password,
        )
        user.save()
        made.append(user)
    return made


def _coordinator() -> User | None:
    return User.objects.active().with_role(Role.COORDINATOR).order_by("id").first()


#: Up to the day of the official answer, and up to the city's figures of the end of 2022. Later
#: periods are left open: approving one is what a coordinator tries out in the demo.
PERIODS_TO_APPROVE = (
    (date(2017, 1, 1), date(2020, 2, 29)),
    (date(2017, 1, 1), date(2022, 12, 31)),
)


def approve_past_periods(partners: Callable[[], Iterable[Partner]]) -> int:
    """Approve the past periods of every site as its coordinator, and collect the figures.

    Returns how many were approved. A site without families, or that has approved, is left alone.
    """
    approved = 0
    for partner in list(partners()):
        with partner_context(partner):
            approved += _approve()
    with programme_context():
        collect_outstanding()
    return approved


def _approve() -> int:
    by = _coordinator()
    if by is None or not Family.objects.exists():
        return 0
    done = 0
    for start, end in PERIODS_TO_APPROVE:
        if not Submission.objects.standing().of_period(start, end).exists():
            approve_period(start=start, end=end, by=by)
            done += 1
    return done
