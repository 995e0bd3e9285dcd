"""The typed model of one site's configuration. Everything else imports from here."""

from core.sites.configuration.care import AgeRange, Care, DayPart
from core.sites.configuration.languages import Languages
from core.sites.configuration.lists import EndReason, ListItem, Lists, WorkKind
from core.sites.configuration.origins import Origin
from core.sites.configuration.place import Place
from core.sites.configuration.practice import (
    AtWorkMeaning,
    ExternalProject,
    IndicatorPractice,
    SeriesBreak,
)
from core.sites.configuration.rules import NoRuleInForce, Rule, RuleBook, UnknownRule
from core.sites.configuration.site import SiteConfiguration
from core.sites.configuration.target_groups import Records, TargetGroup

__all__ = [
    "AgeRange",
    "AtWorkMeaning",
    "Care",
    "DayPart",
    "EndReason",
    "ExternalProject",
    "IndicatorPractice",
    "Languages",
    "ListItem",
    "Lists",
    "NoRuleInForce",
    "Origin",
    "Place",
    "Records",
    "Rule",
    "RuleBook",
    "SeriesBreak",
    "SiteConfiguration",
    "TargetGroup",
    "UnknownRule",
    "WorkKind",
]
