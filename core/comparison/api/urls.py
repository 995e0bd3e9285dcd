"""Addresses of the comparison, below `api/v1/` on the programme's host."""

from django.urls import path

from core.comparison.api import views

urlpatterns = [
    path("indicators/", views.IndicatorsView.as_view(), name="api-indicators"),
    path("collected/", views.CollectedView.as_view(), name="api-collected"),
    path("comparison/", views.ComparisonView.as_view(), name="api-comparison"),
]
