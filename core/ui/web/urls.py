"""Address of the style guide. The project declares its access where it includes it."""

from django.urls import path

from core.ui.web.views import styleguide

urlpatterns = [path("styleguide/", styleguide, name="styleguide")]
