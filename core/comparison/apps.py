"""Sites side by side: whether they may stand there, before any figure is shown."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.audit import labels
from core.comparison.permissions import READERS
from core.ui import navigation


class ComparisonConfig(AppConfig):
    name = "core.comparison"
    label = "comparison"
    verbose_name = _("comparison")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        labels.register({"comparison.population_agreed": _("Common population agreed")})
        labels.register_objects({"indicators.commonpopulation": _("Common population")})
        navigation.register(
            navigation.NavigationItem(
                host="programme",
                section="daily",
                label=_("Overview"),
                url_name="comparison:overview",
                icon="grid-1x2",
                roles=READERS,
                order=10,
                mobile=True,
            )
        )
        navigation.register(
            navigation.NavigationItem(
                host="programme",
                section="daily",
                label=_("Compare"),
                url_name="comparison:compare",
                icon="arrow-left-right",
                roles=READERS,
                order=20,
                mobile=True,
            )
        )
