"""Pages of learning, on a partner's host."""

from django.urls import path

from tenants.learning.web import lists, recording

app_name = "learning"
urlpatterns = [
    path("", lists.trainings, name="trainings"),
    path("volunteering/", lists.volunteers, name="volunteers"),
    path("families/<str:reference>/training/", recording.training, name="training"),
    path("families/<str:reference>/volunteering/", recording.volunteering, name="volunteering"),
    path("trainings/<int:pk>/complete/", recording.complete, name="complete"),
    path("volunteering/<int:pk>/end/", recording.end_volunteering, name="end_volunteering"),
]
