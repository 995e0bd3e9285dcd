"""Addresses of learning, below `api/v1/`."""

from django.urls import path

from tenants.learning.api import views

urlpatterns = [
    path("trainings/", views.TrainingsView.as_view(), name="api-trainings"),
    path("trainings/<int:pk>/complete/", views.TrainingEndView.as_view(), name="api-training-end"),
    path("volunteering/", views.VolunteeringView.as_view(), name="api-volunteering"),
    path(
        "volunteering/<int:pk>/end/",
        views.VolunteeringEndView.as_view(),
        name="api-volunteering-end",
    ),
]
