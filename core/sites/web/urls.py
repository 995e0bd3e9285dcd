"""Addresses of the settings, below `settings/`."""

from django.urls import path

from core.sites.web import views

app_name = "settings"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("target-groups/", views.target_groups, name="target_groups"),
    path("care/", views.care, name="care"),
    path("figures/", views.practice, name="practice"),
    path("lists/", views.lists, name="lists"),
    path("languages/", views.languages, name="languages"),
    path("rules/", views.rules, name="rules"),
    path("versions/", views.versions, name="versions"),
]
