"""What guidance asks of a coach today: parents who have not been spoken with for a while.

"Aanklampend": the coach keeps reaching out. After how many days a silence is too long is not
in the sources and no site has said so yet; the platform assumes three weeks and says that it
assumes it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.accounts.enums import Role
from core.ui.formats import plain_date
from tenants.families.today import MOST_ITEMS, TodayGroup, TodayItem
from tenants.guidance.models import Case
from tenants.guidance.permissions import can_guide
from tenants.guidance.selectors import silent_cases

SILENT = TodayGroup(
    code="guidance_silent",
    title=gettext_lazy("Time to reach out"),
    order=15,
    icon="telephone",
    lead=gettext_lazy("You have not spoken for three weeks or more (assumed by the platform)."),
)
WITHOUT_COACH = TodayGroup(
    code="guidance_without_coach",
    title=gettext_lazy("Without a family coach"),
    order=35,
    icon="person-plus",
    lead=gettext_lazy("Guidance of these parents runs, and nobody guides them."),
)


def items(user: Any, day: date) -> list[TodayItem]:
    """The coach's own silent cases; for a coordinator, cases that nobody guides."""
    if not can_guide(user):
        return []
    return [*_silent(user, day), *_without_coach(user)]


def _silent(user: Any, day: date) -> Iterator[TodayItem]:
    found = list(silent_cases(user, day).of_coach(user)[: MOST_ITEMS + 1])
    for case in found[:MOST_ITEMS]:
        last = case.last_contact_on
        text = (
            _("Last spoken on %(day)s") if last else _("In guidance since %(day)s, not spoken yet")
        )
        yield TodayItem(
            group=SILENT,
            title=case.guardian.name,
            href=reverse("guidance:contact", args=[case.family.reference]) + f"?person={case.pk}",
            action=_("Record a contact"),
            text=text % {"day": plain_date(last or case.started_on)},
            on=last or case.started_on,
            tone="attention",
            icon="telephone",
        )
    if len(found) > MOST_ITEMS:
        more = silent_cases(user, day).of_coach(user).count() - MOST_ITEMS
        yield _more(SILENT, more, "?coach=me")


def _without_coach(user: Any) -> Iterator[TodayItem]:
    if not user.has_role(Role.COORDINATOR):
        return
    cases = Case.objects.visible_to(user).running().filter(coach=None)
    in_order = cases.select_related("guardian").order_by("started_on", "id")
    found = list(in_order[: MOST_ITEMS + 1])
    for case in found[:MOST_ITEMS]:
        yield TodayItem(
            group=WITHOUT_COACH,
            title=case.guardian.name,
            href=reverse("guidance:assign", args=[case.pk]),
            action=_("Choose a coach"),
            text=_("In guidance since %(day)s") % {"day": plain_date(case.started_on)},
            on=case.started_on,
            tone="attention",
        )
    if len(found) > MOST_ITEMS:
        yield _more(WITHOUT_COACH, cases.count() - MOST_ITEMS, "?coach=none")


def _more(group: TodayGroup, count: int, query: str) -> TodayItem:
    text = ngettext("and %(count)d more", "and %(count)d more", count)
    return TodayItem(
        group=group,
        title=text % {"count": count},
        href=reverse("guidance:cases") + query,
        stands_for=count,
    )
