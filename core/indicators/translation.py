"""Which fields of the shared definitions stand in four languages."""

from modeltranslation.translator import TranslationOptions, register

from core.indicators.models import CommonPopulation, Indicator


@register(Indicator)
class IndicatorTranslation(TranslationOptions):
    fields = ("label", "definition", "population", "counting_rule")


@register(CommonPopulation)
class CommonPopulationTranslation(TranslationOptions):
    fields = ("label",)
