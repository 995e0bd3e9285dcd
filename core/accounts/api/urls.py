from django.urls import path

from core.accounts.api import views

urlpatterns = [
    path("me/", views.MeView.as_view(), name="api-me"),
    path("people/", views.PeopleView.as_view(), name="api-people"),
]
