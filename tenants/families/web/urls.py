"""Pages about families, on a partner's host."""

from django.urls import path

from tenants.families.web import views

app_name = "families"
urlpatterns = [
    path("", views.today, name="today"),
    path("families/", views.families, name="list"),
    path("families/<str:reference>/", views.family_file, name="file"),
]
