"""How childcare's figures are counted, from the dates of attendances alone."""

from django.db.models import CharField, F, IntegerField, QuerySet, Value

from core.indicators.registry import ROW_COLUMNS, Measure, Scope, register
from core.sites.enums import Indicator, Kind, Unit
from tenants.childcare.models import Attendance


def attended(scope: Scope) -> QuerySet:
    """Attendances of the period; up to the day, where only a day was asked.

    "Children cared for" counts the children in them, "day-parts attended" each one.
    """
    return (
        Attendance.objects.between(scope.start, scope.end)
        .order_by()
        .annotate(
            episode_id=F("id"),
            guardian_id=Value(None, output_field=IntegerField()),
            detail=Value("", output_field=CharField()),
        )
        .values(*ROW_COLUMNS)
    )


def register_measures() -> None:
    """Called from `ready()`."""
    register(
        Measure(
            Indicator.CHILDREN_CARED_FOR,
            Kind.CUMULATIVE,
            (Unit.CHILD, Unit.EPISODE),
            attended,
            other_kinds=(Kind.FLOW,),
        )
    )
    register(
        Measure(
            Indicator.DAY_PARTS_ATTENDED,
            Kind.FLOW,
            (Unit.DAY_PART,),
            attended,
            other_kinds=(Kind.CUMULATIVE,),
        )
    )
