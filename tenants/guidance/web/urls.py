"""Pages of guidance, on a partner's host."""

from django.urls import path

from tenants.guidance.web import cases, recording

app_name = "guidance"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("cases/<int:pk>/coach/", cases.assign, name="assign"),
    path("families/<str:reference>/contact/", recording.contact, name="contact"),
    path("families/<str:reference>/work/", recording.work, name="work"),
    path("families/<str:reference>/end/", recording.end, name="end"),
    path("work/<int:pk>/end/", recording.end_of_work, name="end_work"),
]
