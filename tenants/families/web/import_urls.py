"""Importing existing cases, under `families/import/` (included by this app's `urls`)."""

from django.urls import path

from tenants.families.web import imports

urlpatterns = [
    path("", imports.imports, name="imports"),
    path("guide/", imports.guide_page, name="import_guide"),
    path("template.<str:ending>", imports.template_file, name="import_template"),
    path("<int:pk>/", imports.import_page, name="import_job"),
    path("<int:pk>/progress/", imports.import_progress, name="import_progress"),
    path("<int:pk>/import/", imports.import_now, name="import_now"),
    path("<int:pk>/put-aside/", imports.import_put_aside, name="import_put_aside"),
]
