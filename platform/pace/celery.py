"""The task queue, and the rule that a task always says for whom it works.

Messages carry identifiers, never personal data. The partner travels in the header
`pace_partner` (a slug, `programme`, or `owner`); a task without it is refused. Tasks are
acknowledged after the work, so they may run twice and must be safe to repeat.
"""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pace.settings.local")

app = Celery("pace", task_cls="core.partners.tasks:PartnerTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_time_limit=600,
    task_serializer="json",
    accept_content=["json"],
    task_ignore_result=True,
    task_store_eager_result=False,
    worker_enable_remote_control=False,
    worker_send_task_events=False,
    worker_prefetch_multiplier=1,
    broker_connection_retry_on_startup=True,
    timezone="UTC",
    beat_schedule={
        "collect what approvals left behind": {
            "task": "indicators.collect_outstanding",
            "schedule": 60.0,
            "options": {"headers": {"pace_partner": "programme"}},
        },
        "forget counts of attempts whose period is over": {
            "task": "partners.send_to_all",
            "args": ["accounts.forget_ended_limits"],
            "schedule": crontab(hour=3, minute=20),
            "options": {"headers": {"pace_partner": "programme"}},
        },
    },
)
app.autodiscover_tasks()
