"""How learning's figures are counted, from the dates of trainings and volunteering alone."""

from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from core.indicators.registry import ROW_COLUMNS, Measure, Scope, register
from core.sites.enums import Indicator, Kind, Unit
from tenants.learning.models import TrainingParticipation, Volunteering

PEOPLE = (Unit.PARENT, Unit.FAMILY, Unit.EPISODE)


def followed_training(scope: Scope) -> QuerySet:
    """Trainings begun so far; a site that keeps a flow counts those begun in the period."""
    begun = TrainingParticipation.objects.begun_between(_first_day(scope), scope.end)
    return _rows(begun, detail=F("kind"))


def volunteering(scope: Scope) -> QuerySet:
    """Volunteering begun so far; for a site that keeps a stock, what was going on that day."""
    if getattr(scope.practice, "kind", None) == Kind.STOCK:
        return _rows(Volunteering.objects.open_on(scope.end))
    return _rows(Volunteering.objects.begun_between(_first_day(scope), scope.end))


def _first_day(scope: Scope):
    return scope.start if getattr(scope.practice, "kind", None) == Kind.FLOW else None


def _rows(found: QuerySet, *, detail: object = None) -> QuerySet:
    """The columns every measure gives; nothing is asked of the database yet."""
    return (
        found.order_by()
        .annotate(
            episode_id=F("id"),
            child_id=Value(None, output_field=IntegerField()),
            detail=detail if detail is not None else Value("", output_field=CharField()),
        )
        .values(*ROW_COLUMNS)
    )


def register_measures() -> None:
    """Called from `ready()`."""
    register(
        Measure(
            Indicator.FOLLOWED_TRAINING,
            Kind.CUMULATIVE,
            PEOPLE,
            followed_training,
            detail_label=_("by kind of training"),
            detail_list="training_kinds",
            other_kinds=(Kind.FLOW,),
        )
    )
    register(
        Measure(
            Indicator.VOLUNTEERING,
            Kind.CUMULATIVE,
            PEOPLE,
            volunteering,
            other_kinds=(Kind.STOCK, Kind.FLOW),
        )
    )
