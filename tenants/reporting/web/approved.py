"""What the page of an approved period shows: signatures, arrival, changes, faces."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.indicators.enums import OWN, Audience, Dimension
from core.indicators.registry import Measure, registry
from core.ui.formats import clock, plain_date
from tenants.reporting.completeness import Gap
from tenants.reporting.enums import Act
from tenants.reporting.models import Submission, SubmissionCell
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
    measure = _measure(indicator)
    by = dimension_label(Dimension(dimension), measure)
    return f"{by}: {words.label(dimension, category, measure)}"


def face_tables(submission: Submission, words: CategoryWords) -> list[dict[str, Any]]:
    """Per figure, each cell exact, as partners see it, and as the public would.

    Empty groups are left out where nobody is kept from knowing that they are empty.
    """
    known = definitions()
    told = {(cell.audience, *cell.key): cell.value for cell in submission.face.all()}
    tables: dict[tuple[str, str], dict[str, Any]] = {}
    for cell in _in_order(submission):
        row = {
            "label": words.label(cell.dimension, cell.category, _measure(cell.indicator)),
            "exact": cell.value,
            "partners": told[(Audience.CONSORTIUM, *cell.key)],
            "public": told[(Audience.PUBLIC, *cell.key)],
        }
        table = tables.setdefault(
            (cell.indicator, cell.population),
            {
                "code": cell.indicator,
                "label": known[cell.indicator].label if cell.indicator in known else cell.indicator,
                "population": population_label(cell.population),
                "unit": unit_label(cell.unit),
                "divisions": [],
            },
        )
        if not cell.dimension:
            table["total"] = row
        elif row["exact"] or row["partners"] is None:
            _division(table, cell)["rows"].append(row)
    return list(tables.values())


def totals(tables: Iterable[dict[str, Any]], found: Iterable[Difference]) -> list[dict[str, Any]]:
    """The site's own totals: approved, today, and what the public would see."""
    changes = {one.indicator: one for one in found if not one.dimension}
    rows = []
    for table in tables:
        if not table["population"]:
            change = changes.get(table["code"])
            exact = table["total"]["exact"]
            now = change.now if change else exact
            rows.append(
                {
                    **table,
                    **table["total"],
                    "label": table["label"],
                    "now": now,
                    "change": now - exact,
                }
            )
    return rows


def _division(table: dict[str, Any], cell: SubmissionCell) -> dict[str, Any]:
    """The part of a table for the cell's dimension, made when it is new."""
    divisions = table["divisions"]
    if not divisions or divisions[-1]["dimension"] != cell.dimension:
        by = dimension_label(Dimension(cell.dimension), _measure(cell.indicator))
        divisions.append({"dimension": cell.dimension, "by": by, "rows": []})
    return divisions[-1]


def _in_order(submission: Submission) -> list[SubmissionCell]:
    """The exact cells: the site's own first, by indicator, as they were written down."""
    cells = list(submission.cells.order_by("pk"))
    order = in_order({cell.indicator for cell in cells})
    place = {code: position for position, code in enumerate(order)}
    return sorted(
        cells,
        key=lambda cell: (
            cell.population != OWN,
            cell.population,
            place.get(cell.indicator, len(order)),
        ),
    )


def _measure(code: str) -> Measure | None:
    return registry.get(code) if code in registry else None
