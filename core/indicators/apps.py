"""Indicators: what is counted, how, and what has arrived from the sites."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.partners import grants


class IndicatorsConfig(AppConfig):
    name = "core.indicators"
    label = "indicators"
    verbose_name = _("Indicators")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        grants.reference(
            "indicators_indicator", "indicators_commonpopulation", "indicators_receipt"
        )
