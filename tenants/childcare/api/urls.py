"""Addresses of childcare, below `api/v1/`."""

from datetime import date

from django.urls import path, register_converter

from tenants.childcare.api import views


class DayConverter:
    """A day in an address: 2026-11-22."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day; ValueError (an unknown address) for one that is not in the calendar."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "care_day")

urlpatterns = [
    path("attendances/", views.AttendancesView.as_view(), name="api-attendances"),
    path("attendances/<int:pk>/", views.AttendanceView.as_view(), name="api-attendance"),
    path("childcare/days/<care_day:on>/", views.DayView.as_view(), name="api-care-day"),
]
