"""The doors through which childcare changes."""

from tenants.childcare.services.attendance import (
    Recorded,
    record_attendance,
    record_attendances,
    undo_attendance,
)

__all__ = ["Recorded", "record_attendance", "record_attendances", "undo_attendance"]
