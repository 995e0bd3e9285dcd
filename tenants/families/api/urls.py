"""Addresses of families, below `api/v1/`."""

from django.urls import path

from tenants.families.api import views

PARENT = "families/<str:reference>/parents/<int:guardian>"
urlpatterns = [
    path("families/", views.FamiliesView.as_view(), name="api-families"),
    path("families/<str:reference>/", views.FamilyView.as_view(), name="api-family"),
    path(f"{PARENT}/intakes/", views.IntakesView.as_view(), name="api-family-intakes"),
    path(f"{PARENT}/decisions/", views.DecisionsView.as_view(), name="api-family-decisions"),
]
