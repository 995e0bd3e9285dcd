"""What guidance tells on a family's timeline, to those who may read guidance."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.sites.lists import labels
from core.sites.selectors import current_configuration
from core.ui.formats import number
from tenants.families.models import Family
from tenants.families.timeline import TimelineEntry
from tenants.guidance.enums import Reached
from tenants.guidance.models import Case, Contact, WorkSpell

REACHED_TONES = {Reached.REACHED: "good", Reached.TRIED: "info", Reached.NO_ANSWER: "attention"}


def entries(family: Family, user: Any) -> list[TimelineEntry]:
    """Starts, contacts, work and ends, in the order in which they happen on one day."""
    cases = list(Case.objects.visible_to(user).filter(family=family).select_related("guardian"))
    spells = WorkSpell.objects.visible_to(user).filter(family=family).select_related("guardian")
    if not cases and not spells:
        return []
    configuration = current_configuration().configuration
    return [
        *_starts(cases),
        *_contacts(family, user, labels("contact_kinds", configuration)),
        *_work(spells, labels("work_kinds", configuration)),
        *_ends(cases, labels("end_reasons", configuration)),
    ]


def _starts(cases: list[Case]) -> Iterator[TimelineEntry]:
    for case in cases:
        yield TimelineEntry(
            on=case.started_on,
            title=_("Guidance of %(name)s started") % {"name": case.guardian.first_name},
            icon="signpost-2",
            by=case.coach_name,
            tone="good",
        )


def _contacts(family: Family, user: Any, kinds: dict[str, str]) -> Iterator[TimelineEntry]:
    contacts = Contact.objects.visible_to(user).filter(case__family=family).order_by("on", "id")
    for contact in contacts:
        kind = kinds.get(contact.kind, contact.kind)
        title = kind
        if contact.reached != Reached.REACHED:
            outcome = Reached(contact.reached).label
            title = _("%(kind)s: %(outcome)s") % {"kind": kind, "outcome": outcome}
        yield TimelineEntry(
            on=contact.on,
            title=title,
            icon="telephone" if contact.kind == "phone" else "chat-left-text",
            text=contact.note,
            by=contact.by_name,
            tone=REACHED_TONES[Reached(contact.reached)],
        )


def _work(spells: Any, kinds: dict[str, str]) -> Iterator[TimelineEntry]:
    for spell in spells:
        words = {"name": spell.guardian.first_name, "kind": kinds.get(spell.kind, spell.kind)}
        yield TimelineEntry(
            on=spell.started_on,
            title=_("%(name)s began to work: %(kind)s") % words,
            icon="briefcase",
            text=_about(spell),
            by=spell.recorded_by_name,
            href=reverse("guidance:end_work", args=[spell.pk]) if spell.is_open else "",
            tone="good",
        )
        if spell.ended_on is not None:
            yield TimelineEntry(
                on=spell.ended_on,
                title=_("Work of %(name)s ended: %(kind)s") % words,
                icon="briefcase",
                by=spell.recorded_by_name,
            )


def _about(spell: WorkSpell) -> str:
    """Hours, and what the link of an open spell leads to."""
    told = []
    if spell.hours_per_week is not None:
        decimals = 0 if spell.hours_per_week == int(spell.hours_per_week) else 1
        hours = number(spell.hours_per_week, decimals)
        told.append(_("%(hours)s hours a week.") % {"hours": hours})
    if spell.is_open:
        told.append(_("Goes on. Choose it to record the end."))
    return " ".join(told)


def _ends(cases: list[Case], reasons: dict[str, str]) -> Iterator[TimelineEntry]:
    for case in cases:
        if case.ended_on is not None:
            yield TimelineEntry(
                on=case.ended_on,
                title=_("Guidance of %(name)s ended") % {"name": case.guardian.first_name},
                icon="flag",
                text=reasons.get(case.end_reason, case.end_reason),
                by=case.coach_name,
            )
