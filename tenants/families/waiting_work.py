"""What waits for a coach on a family's way in, for the page "My work today".

One group for each step of the way. A referral of long ago that nobody followed up is no news:
after `FRESH_DAYS` it only counts in the line that leads to the list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _later
from django.utils.translation import ngettext

from core.ui.formats import near_date
from tenants.families.models import Decision, Intake, Referral, WaitingEntry
from tenants.families.permissions import can_see_families
from tenants.families.selectors import families_by_state, families_in_state
from tenants.families.today import MOST_ITEMS, TodayGroup, TodayItem

FRESH_DAYS = 180


@dataclass(frozen=True)
class Step:
    """A state whose families wait for something, with what and since when."""

    state: str
    group: TodayGroup
    events: Callable[[], QuerySet]
    day: str
    url_name: str
    action: Any
    tone: str
    since: Any


STEPS = (
    Step(
        "referred",
        TodayGroup(
            "families_referred",
            _later("New referrals"),
            10,
            "signpost",
            _later("These families were referred and wait for an intake."),
        ),
        Referral.objects.all,
        "referred_on",
        "families:intake",
        _later("Hold the intake"),
        "info",
        _later("referred %(day)s"),
    ),
    Step(
        "in_intake",
        TodayGroup(
            "families_in_intake",
            _later("Intakes without a decision"),
            20,
            "chat-left-text",
            _later("Finish the intake or ask what is still unknown, then decide."),
        ),
        Intake.objects.all,
        "held_on",
        "families:decide",
        _later("Decide"),
        "attention",
        _later("intake %(day)s"),
    ),
    Step(
        "eligible",
        TodayGroup(
            "families_eligible",
            _later("Eligible, not started"),
            30,
            "check-circle",
            _later("Start guidance, or put the parent on the waiting list."),
        ),
        Decision.objects.all,
        "decided_on",
        "families:next_step",
        _later("Choose the next step"),
        "good",
        _later("decided %(day)s"),
    ),
    Step(
        "waiting",
        TodayGroup(
            "families_waiting",
            _later("Waiting list"),
            40,
            "hourglass-split",
            _later("Who waits longest stands first."),
        ),
        WaitingEntry.objects.open,
        "waiting_since",
        "families:next_step",
        _later("Start guidance"),
        "attention",
        _later("waiting since %(day)s"),
    ),
)


def admission_items(user: Any, day: date) -> Iterator[TodayItem]:
    """Steps that wait for somebody who works with families; nothing for others."""
    if not can_see_families(user):
        return
    counts = families_by_state(user)
    for step in STEPS:
        if counts.get(step.state):
            yield from _items(user, step, counts[step.state], day)


def _items(user: Any, step: Step, count: int, day: date) -> Iterator[TodayItem]:
    shown = list(_longest_waiting(user, step, day))
    for family in shown:
        yield _item(family, step, day)
    rest = count - len(shown)
    if rest:
        yield TodayItem(
            group=step.group,
            title=_rest_in_words(rest, beside_others=bool(shown)),
            href=f"{reverse('families:list')}?state={step.state}",
            icon="people",
            stands_for=rest,
        )


def _rest_in_words(rest: int, *, beside_others: bool) -> str:
    if beside_others:
        words = ngettext("%(count)s more family", "%(count)s more families", rest)
    else:
        words = ngettext("%(count)s family since long", "%(count)s families since long", rest)
    return words % {"count": rest}


def _longest_waiting(user: Any, step: Step, day: date) -> QuerySet:
    """The families of a step with the parent and the day of the event that they wait since."""
    events = step.events().filter(family=OuterRef("pk")).order_by(f"-{step.day}", "-id")
    families = families_in_state(user, step.state).annotate(
        waits_since=Subquery(events.values(step.day)[:1]),
        parent=Subquery(events.values("guardian")[:1]),
        first_name=Subquery(events.values("guardian__first_name")[:1]),
        last_name=Subquery(events.values("guardian__last_name")[:1]),
    )
    if step.state == "referred":
        families = families.filter(waits_since__gte=day - timedelta(days=FRESH_DAYS))
    return families.order_by("waits_since", "id")[:MOST_ITEMS]


def _item(family: Any, step: Step, day: date) -> TodayItem:
    return TodayItem(
        group=step.group,
        title=f"{family.first_name} {family.last_name}".strip(),
        text=step.since % {"day": near_date(family.waits_since, today=day)},
        href=reverse(
            step.url_name, kwargs={"reference": family.reference, "guardian": family.parent}
        ),
        action=str(step.action),
        on=family.waits_since,
        tone=step.tone,
    )
