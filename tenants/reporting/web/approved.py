"""What the page of an approved period shows: signatures, arrival, changes, faces."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.indicators.enums import OWN, Audience, Dimension
from core.indicators.registry import registry
from core.ui.formats import clock, plain_date
from tenants.reporting.completeness import Gap
from tenants.reporting.enums import Act
from tenants.reporting.models import FaceCell, Submission
from tenants.reporting.selectors import Arrival, Difference
from tenants.reporting.web.shown import in_order
from tenants.reporting.words import (
    CategoryWords,
    definitions,
    dimension_label,
    gap_label,
    population_label,
    unit_label,
)


def signatures(submission: Submission) -> dict[str, Any]:
    """Who approved and who withdrew; and what was missing when it was signed."""
    found = {signature.act: signature for signature in submission.signatures.all()}
    approval, withdrawal = found.get(Act.APPROVED), found.get(Act.WITHDRAWN)
    seen = [Gap(**gap) for gap in approval.gaps_seen] if approval else []
    return {
        "approved_by": approval.by_name if approval else "",
        "withdrawn_by": withdrawal.by_name if withdrawal else "",
        "gaps_seen": [{"label": gap_label(gap), "gap": gap} for gap in seen],
    }


@dataclass(frozen=True)
class ArrivalJob:
    """The background copy, as `<c-job-progress>` shows it."""

    id: int
    state: str
    label: str
    text: str
    url: str
    percent: int | None = None


def arrival_job(submission: Submission, arrival: Arrival) -> ArrivalJob:
    """On its way, or received by the shared layer."""
    waiting = arrival.is_on_its_way
    if arrival.is_withdrawal:
        label = (
            _("The withdrawal is on its way to the shared layer")
            if waiting
            else _("The shared layer knows of the withdrawal")
        )
    else:
        label = (
            _("On its way to the shared layer") if waiting else _("Received by the shared layer")
        )
    text = _("You can leave this page; it goes on by itself.")
    return ArrivalJob(
        id=submission.pk,
        state="waiting" if waiting else "done",
        label=label,
        text=text if waiting else _moment(arrival.arrived_at),
        url=reverse("reporting:arrival", args=[submission.pk]),
    )


def _moment(at: datetime | None) -> str:
    return _("%(day)s, %(time)s") % {"day": plain_date(at), "time": clock(at)}


def changed_rows(found: Iterable[Difference], words: CategoryWords) -> list[dict[str, Any]]:
    """Differences in words: totals first, then what they are divided by."""
    known = definitions()
    rows = [
        {
            "figure": known[one.indicator].label if one.indicator in known else one.indicator,
            "part": _part(one.indicator, one.dimension, one.category, words),
            "difference": one,
        }
        for one in found
    ]
    return sorted(rows, key=lambda row: bool(row["difference"].dimension))


def _part(indicator: str, dimension: str, category: str, words: CategoryWords) -> str:
    if not dimension:
        return ""
    measure = registry.get(indicator) if indicator in registry else None
    by = dimension_label(Dimension(dimension), measure)
    return f"{by}: {words.label(dimension, category, measure)}"


def face_tables(submission: Submission, words: CategoryWords) -> list[dict[str, Any]]:
    """Per figure, each cell exact, as partners see it, and as the public would."""
    known = definitions()
    exact = {cell.key: cell for cell in submission.cells.order_by("pk")}
    told: dict[tuple[Any, ...], FaceCell] = {
        (cell.audience, *cell.key): cell for cell in submission.face.all()
    }
    tables: dict[tuple[str, str], dict[str, Any]] = {}
    order = in_order({key[0] for key in exact})
    for key in sorted(exact, key=lambda key: (key[1] != OWN, key[1], _place(order, key[0]))):
        cell = exact[key]
        table = tables.setdefault(
            key[:2],
            {
                "label": known[key[0]].label if key[0] in known else key[0],
                "population": population_label(key[1]),
                "unit": unit_label(cell.unit),
                "rows": [],
            },
        )
        row = {
            "part": _part(key[0], key[2], key[3], words),
            "exact": cell.value,
            "partners": told[(Audience.CONSORTIUM, *key)].value,
            "public": told[(Audience.PUBLIC, *key)].value,
        }
        table["rows" if key[2] else "total"] = table["rows"] + [row] if key[2] else row
    return list(tables.values())


def _place(order: list[str], code: str) -> int:
    return order.index(code) if code in order else len(order)
