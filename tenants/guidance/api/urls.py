"""Addresses of guidance, below `api/v1/`."""

from django.urls import path

from tenants.guidance.api import views

urlpatterns = [
    path("cases/", views.CasesView.as_view(), name="api-cases"),
    path("cases/<int:pk>/", views.CaseView.as_view(), name="api-case"),
    path("cases/<int:pk>/coach/", views.CaseCoachView.as_view(), name="api-case-coach"),
    path("cases/<int:pk>/end/", views.CaseEndView.as_view(), name="api-case-end"),
    path("contacts/", views.ContactsView.as_view(), name="api-contacts"),
    path("work/", views.WorkView.as_view(), name="api-work"),
    path("work/<int:pk>/end/", views.WorkEndView.as_view(), name="api-work-end"),
]
