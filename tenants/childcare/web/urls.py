"""Pages of childcare, on a partner's host."""

from django.urls import path

from tenants.childcare.web import day, recording

app_name = "childcare"
urlpatterns = [
    path("", day.day, name="day"),
    path("add/", day.add, name="add"),
    path("attendances/<int:pk>/undo/", day.undo, name="undo"),
    path("families/<str:reference>/", recording.attendance, name="attendance"),
]
