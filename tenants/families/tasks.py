"""What families leave to a worker: reading and writing long files of existing cases."""

from celery import Task, shared_task

from core.partners.tasks import PartnerTask
from tenants.families.case_import import jobs

#: When a lost worker's job may be taken over (see `jobs.LONGEST_WORK`), in seconds.
TAKE_OVER_AFTER = 690


@shared_task(base=PartnerTask, name="families.work_on_import", bind=True, max_retries=2)
def work_on_import(self: Task, job_id: int) -> None:
    """Check or write the file of a job; whoever comes second waits and looks again."""
    if not jobs.work_on(job_id) and jobs.is_claimed(job_id):
        raise self.retry(countdown=TAKE_OVER_AFTER)
