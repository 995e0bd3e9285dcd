"""Addresses of the comparison, at the root of the programme's host."""

from django.urls import path

from core.comparison.web import views

app_name = "comparison"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("compare/", views.compare, name="compare"),
    path("compare/<slug:first>/<slug:second>/", views.pair, name="pair"),
]
