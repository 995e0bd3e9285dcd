"""The doors through which guidance changes: one function for each thing that can happen."""

from tenants.guidance.services.case import assign_coach, end_guidance, start_case
from tenants.guidance.services.contact import record_contact
from tenants.guidance.services.work import end_work, record_work

__all__ = [
    "assign_coach",
    "end_guidance",
    "end_work",
    "record_contact",
    "record_work",
    "start_case",
]
