"""What learning tells on a family's timeline."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.sites.lists import labels
from tenants.families.models import Family
from tenants.families.timeline import TimelineEntry
from tenants.learning.models import TrainingParticipation, Volunteering

OUTCOMES = {True: "good", False: "attention", None: "neutral"}


def entries(family: Family, user: Any) -> list[TimelineEntry]:
    """Trainings and volunteering: their beginnings and their ends."""
    trainings = _of(TrainingParticipation, family, user)
    volunteering = _of(Volunteering, family, user)
    kinds = labels("training_kinds") if trainings else {}
    return [
        entry
        for source in (
            *(_training(each, kinds) for each in trainings),
            *(_volunteering(each) for each in volunteering),
        )
        for entry in source
    ]


def _of(model: Any, family: Family, user: Any) -> list[Any]:
    found = model.objects.visible_to(user).filter(family=family).select_related("guardian")
    return list(found.order_by("started_on", "id"))


def _training(training: TrainingParticipation, kinds: dict[str, str]) -> Iterator[TimelineEntry]:
    kind = kinds.get(training.kind, training.kind)
    words = {"name": training.guardian.first_name, "training": training.title or kind}
    yield TimelineEntry(
        on=training.started_on,
        title=_("%(name)s began a training: %(training)s") % words,
        icon="mortarboard",
        text=_about(training, kind if training.title else ""),
        by=training.recorded_by_name,
        href=reverse("learning:complete", args=[training.pk]) if training.is_open else "",
        tone="info",
    )
    if training.ended_on is not None:
        titles = {
            True: _("%(name)s completed a training: %(training)s"),
            False: _("%(name)s stopped a training: %(training)s"),
            None: _("A training of %(name)s ended: %(training)s"),
        }
        yield TimelineEntry(
            on=training.ended_on,
            title=titles[training.completed] % words,
            icon="mortarboard",
            by=training.recorded_by_name,
            tone=OUTCOMES[training.completed],
        )


def _about(episode: Any, kind: str = "") -> str:
    """The kind, and what the link of something that goes on leads to."""
    told = [f"{kind}."] if kind else []
    if episode.is_open:
        told.append(_("Goes on. Choose it to record the end."))
    return " ".join(told)


def _volunteering(volunteering: Volunteering) -> Iterator[TimelineEntry]:
    words = {
        "name": volunteering.guardian.first_name,
        "organisation": volunteering.organisation,
    }
    yield TimelineEntry(
        on=volunteering.started_on,
        title=_("%(name)s began to volunteer: %(organisation)s") % words,
        icon="hand-thumbs-up",
        text=_about(volunteering),
        by=volunteering.recorded_by_name,
        href=(
            reverse("learning:end_volunteering", args=[volunteering.pk])
            if volunteering.is_open
            else ""
        ),
        tone="info",
    )
    if volunteering.ended_on is not None:
        yield TimelineEntry(
            on=volunteering.ended_on,
            title=_("%(name)s stopped volunteering: %(organisation)s") % words,
            icon="hand-thumbs-up",
            by=volunteering.recorded_by_name,
        )
