"""Addresses of the figures, under /figures/ on a site's host."""

from django.urls import path, register_converter

from tenants.reporting.web import approvals, dashboard, downloads
from tenants.reporting.web.converters import DayConverter

register_converter(DayConverter, "day")
app_name = "reporting"
urlpatterns = [
    path("", dashboard.figures_page, name="figures"),
    path("download/<str:file_format>/", downloads.download, name="download"),
    path("periods/", approvals.periods, name="periods"),
    path("periods/<day:start>/<day:end>/", approvals.period, name="period"),
    path("approved/<int:pk>/", approvals.approved, name="approved"),
    path("approved/<int:pk>/withdraw/", approvals.withdraw, name="withdraw"),
    path("approved/<int:pk>/arrival/", approvals.arrival, name="arrival"),
]
