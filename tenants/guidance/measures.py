"""How guidance's figures are counted, from the dates of cases and work alone.

A parent in the figures is a person, not a case: who came back is in a trajectory once, and has
ended only when nothing runs any more. So "in a trajectory" is always "ended" plus "running".
"""

from django.db.models import CharField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from core.indicators.registry import ROW_COLUMNS, Measure, Scope, register
from core.sites.enums import Indicator, Kind, Population, Unit
from tenants.guidance.models import Case, WorkSpell

PEOPLE = (Unit.PARENT, Unit.FAMILY, Unit.EPISODE)

#: A job of which nobody wrote down the hours is one of at least an hour a week: ILO's yardstick.
HOURS_OF_ANY_JOB = 1


def in_trajectory(scope: Scope) -> QuerySet:
    """Everyone taken into a trajectory so far; in the period, for a site that keeps a flow."""
    taken_in = Case.objects.started_by(scope.end)
    if scope.start is not None:
        taken_in = taken_in.filter(started_on__gte=scope.start)
    return _rows(taken_in)


def running(scope: Scope) -> QuerySet:
    """Cases that ran at the end of the day asked for."""
    return _rows(Case.objects.running_on(scope.end))


def ended(scope: Scope) -> QuerySet:
    """The last case of everyone whose every case had ended, with its reason.

    Counted by episode, each ended case; by family, families in which nobody's case runs.
    """
    cases = Case.objects.started_by(scope.end).ended_by(scope.end)
    unit = getattr(scope.practice, "unit", Unit.PARENT)
    if unit == Unit.EPISODE:
        since = Q() if scope.start is None else Q(ended_on__gte=scope.start)
        return _rows(cases.filter(since), detail=F("end_reason"))
    person = "family" if unit == Unit.FAMILY else "guardian"
    same = Case.objects.filter(**{person: OuterRef(person)})
    later = same.ended_by(scope.end).filter(
        Q(ended_on__gt=OuterRef("ended_on"))
        | Q(ended_on=OuterRef("ended_on"), id__gt=OuterRef("id"))
    )
    last = cases.filter(~Exists(same.running_on(scope.end)), ~Exists(later))
    if scope.start is not None:
        last = last.filter(ended_on__gte=scope.start)
    return _rows(last, detail=F("end_reason"))


def found_work(scope: Scope) -> QuerySet:
    """Spells of work that began in the period."""
    return _of_work(WorkSpell.objects.begun_between(scope.start, scope.end), scope)


def at_work(scope: Scope) -> QuerySet:
    """Spells of work that were open on the day asked for."""
    return _of_work(WorkSpell.objects.open_on(scope.end), scope)


def _of_work(spells: QuerySet, scope: Scope) -> QuerySet:
    """Only what the site calls work, and only of those it counts it among."""
    meaning = getattr(scope.practice, "at_work_means", None)
    if meaning is not None:
        enough = Q(hours_per_week__gte=meaning.minimum_hours_per_week)
        if meaning.minimum_hours_per_week <= HOURS_OF_ANY_JOB:
            enough |= Q(hours_per_week__isnull=True)
        spells = spells.filter(enough, kind__in=meaning.work_kinds)
    if getattr(scope.practice, "population", None) == Population.IN_TRAJECTORY:
        taken_in = Case.objects.filter(guardian=OuterRef("guardian")).started_by(scope.end)
        spells = spells.filter(Exists(taken_in))
    return _rows(spells, detail=F("kind"))


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
            Indicator.IN_TRAJECTORY,
            Kind.CUMULATIVE,
            PEOPLE,
            in_trajectory,
            other_kinds=(Kind.FLOW,),
        )
    )
    register(Measure(Indicator.RUNNING, Kind.STOCK, PEOPLE, running))
    register(
        Measure(
            Indicator.ENDED,
            Kind.CUMULATIVE,
            PEOPLE,
            ended,
            detail_label=_("by reason"),
            detail_list="end_reasons",
            other_kinds=(Kind.FLOW,),
        )
    )
    register(
        Measure(
            Indicator.FAMILIES_ENTERED,
            Kind.CUMULATIVE,
            (Unit.FAMILY, Unit.EPISODE),
            in_trajectory,
            other_kinds=(Kind.FLOW,),
        )
    )
    for indicator, kind, other_kinds, rows in (
        (Indicator.FOUND_WORK, Kind.FLOW, (Kind.CUMULATIVE,), found_work),
        (Indicator.AT_WORK, Kind.STOCK, (), at_work),
    ):
        register(
            Measure(
                indicator,
                kind,
                PEOPLE,
                rows,
                detail_label=_("by kind of work"),
                detail_list="work_kinds",
                other_kinds=other_kinds,
            )
        )
