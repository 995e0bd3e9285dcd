"""The PACE platform: one codebase, many partners."""

from pace.celery import app as celery_app

__all__ = ["celery_app"]
