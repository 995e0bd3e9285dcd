"""Addresses of the public site."""

from django.urls import path

from core.publishing.web import views

app_name = "publishing"
urlpatterns = [path("", views.home, name="home")]
