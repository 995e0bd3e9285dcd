"""The collector's background work. Messages carry a short name and a number."""

from celery import shared_task

from core.indicators import collection
from core.partners.tasks import PartnerTask


@shared_task(base=PartnerTask, name="indicators.collect_submission")
def collect_submission(partner_slug: str, submission_id: int) -> bool:
    """Copy one submission; repeating it copies nothing twice. Send it for "programme"."""
    return collection.collect_submission(partner_slug, submission_id)


@shared_task(base=PartnerTask, name="indicators.collect_outstanding")
def collect_outstanding() -> int:
    """Copy whatever the shared layer lacks: for the scheduler, every few minutes."""
    return collection.collect_outstanding()
