"""The figure this app counts: parents referred."""

from django.db.models import BigIntegerField, F, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from core.indicators.registry import ROW_COLUMNS, Measure, Scope, register
from core.sites.enums import Indicator, Kind, Unit
from tenants.families.models import Referral


def referred_rows(scope: Scope) -> QuerySet:
    """Every referral up to and including the end of the scope; detail: the referrer's code."""
    referrals = Referral.objects.filter(referred_on__lte=scope.end)
    if scope.start is not None:
        referrals = referrals.filter(referred_on__gte=scope.start)
    return (
        referrals.order_by()
        .annotate(
            episode_id=F("id"),
            child_id=Value(None, output_field=BigIntegerField()),
            detail=F("referrer"),
        )
        .values(*ROW_COLUMNS)
    )


def register_measures() -> None:
    """Tell the shared layer how this app's figure is counted."""
    register(
        Measure(
            code=Indicator.REFERRED,
            kind=Kind.CUMULATIVE,
            units=(Unit.PARENT, Unit.FAMILY, Unit.EPISODE),
            rows=referred_rows,
            detail_label=_("by referrer"),
            detail_list="referrers",
            other_kinds=(Kind.FLOW,),
        )
    )
