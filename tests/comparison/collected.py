"""Submissions as they stand in the shared layer, made from the shipped configurations."""

from datetime import UTC, date, datetime

from core.comparison.evidence import BASE_OF_POPULATION
from core.indicators.models import CollectedCell, CollectedConfiguration, CollectedSubmission
from core.sites.documents import document_of
from tests.comparison.sides import FEBRUARY, shipped

APPROVED = datetime(2020, 3, 12, 9, 30, tzinfo=UTC)


def collect(slug: str, *, number: int, value: int = 40, base: str = "", **changes):
    """One approved period of a site: `base` is the shipped site whose configuration it has."""
    configuration = shipped(base or slug)
    CollectedConfiguration.objects.create(
        partner_id=number,
        partner_slug=slug,
        number=1,
        valid_from=date(2017, 1, 1),
        document=document_of(configuration),
    )
    submission = CollectedSubmission.objects.create(
        **{
            "partner_id": number,
            "partner_slug": slug,
            "partner_name": slug.title(),
            "partner_country": "BE-VLG",
            "submission_id": 1,
            "revision": 1,
            "period_start": FEBRUARY[0],
            "period_end": FEBRUARY[1],
            "approved_at": APPROVED,
            "configuration_number": 1,
            "completeness": {"limit": 0.1, "over": []},
        }
        | changes
    )
    add_cells(submission, configuration, value)
    return submission


def add_cells(submission, configuration, value, population="own"):
    """A total for every figure that the site keeps."""
    bases = {str(code) for code in BASE_OF_POPULATION.values()}
    CollectedCell.objects.bulk_create(
        CollectedCell(
            submission=submission,
            indicator=code,
            unit=practice.unit.value,
            kind=practice.kind.value,
            population=population,
            audience="consortium",
            value=value + (code in bases),
            state="shown",
        )
        for code, practice in configuration.practice.items()
    )


def collect_three(**values: int) -> None:
    """Gent, Mechelen and Turnhout at the end of February 2020."""
    for number, slug in enumerate(("gent", "mechelen", "turnhout"), start=1):
        collect(slug, number=number, value=values.get(slug, 60 + number))


QUERY = {"indicator": "in_trajectory", "period": "2020-01-01_2020-02-29"}
