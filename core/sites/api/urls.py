"""Addresses of the configuration, below `api/v1/`."""

from django.urls import path

from core.sites.api import views

urlpatterns = [
    path("configuration/", views.ConfigurationView.as_view(), name="api-configuration"),
    path(
        "configuration/versions/", views.VersionsView.as_view(), name="api-configuration-versions"
    ),
]
