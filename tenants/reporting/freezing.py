"""Writing down a period as it is known now: exact cells, and a face for each audience.

Everything is added in one transaction and never changed after (the database refuses it). The
checksum over the exact cells lets anybody prove later that they are the approved ones.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from core.disclosure.table import Face, Key
from core.sites.models import ConfigurationVersion
from tenants.reporting.faces import exact_cells, faces
from tenants.reporting.figures import CountedFigure, figures
from tenants.reporting.models import FaceCell, Submission, SubmissionCell
from tenants.reporting.periods import Period
from tenants.reporting.populations import common_populations


def freeze(
    period: Period, version: ConfigurationVersion, completeness: dict[str, Any]
) -> Submission:
    """Write the next revision of a period, under a version of the site's configuration.

    Raises IntegrityError when an approval of the same period still stands.
    """
    counted = [*figures(period).values()]
    for population in common_populations():
        counted += figures(period, population=population).values()
    cells = exact_cells(counted, version.configuration)
    told = faces(cells, counted, version.configuration.practice, period)
    submission = Submission.objects.create(
        period_start=period.start,
        period_end=period.end,
        revision=Submission.objects.of_period(period.start, period.end).count() + 1,
        approved_at=timezone.now(),
        configuration_number=version.number,
        completeness=completeness,
        checksum=checksum(cells),
    )
    _write_cells(submission, counted, cells, told)
    return submission


def checksum(cells: Mapping[Key, int]) -> str:
    """SHA-256 over the exact cells, in a fixed order."""
    lines = sorted("\t".join((*key, str(number))) for key, number in cells.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _write_cells(
    submission: Submission,
    counted: list[CountedFigure],
    cells: Mapping[Key, int],
    told: Mapping[str, Face],
) -> None:
    shapes = {(f.code, f.population): {"unit": f.unit, "kind": f.kind} for f in counted}
    SubmissionCell.objects.bulk_create(
        SubmissionCell(submission=submission, value=number, **key._asdict(), **shapes[key.figure])
        for key, number in cells.items()
    )
    FaceCell.objects.bulk_create(
        FaceCell(
            submission=submission,
            audience=audience,
            value=cell.value,
            state=cell.state,
            **key._asdict(),
            **shapes[key.figure],
        )
        for audience, face in told.items()
        for key, cell in face.items()
    )
