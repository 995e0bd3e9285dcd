"""Addresses of the figures' API, under /api/v1/."""

from django.urls import path

from tenants.reporting.api import views

urlpatterns = [
    path("figures/", views.FiguresView.as_view(), name="api-figures"),
    path("submissions/", views.SubmissionsView.as_view(), name="api-submissions"),
    path("submissions/<int:pk>/", views.SubmissionView.as_view(), name="api-submission"),
    path(
        "submissions/<int:pk>/withdraw/",
        views.WithdrawalView.as_view(),
        name="api-submission-withdraw",
    ),
]
