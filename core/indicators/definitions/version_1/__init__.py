"""The first shared definitions of the eleven indicators."""

from core.indicators.definitions.version_1 import en_gb, fr, nl_be, nl_nl
from core.sites.enums import Indicator, Kind, Unit

VERSION = 1

#: Modeltranslation's column ending of each language.
WORDS = {
    "en_gb": en_gb.WORDS,
    "nl_be": nl_be.WORDS,
    "nl_nl": nl_nl.WORDS,
    "fr": fr.WORDS,
}

#: Sort of figure and usual unit. A site's practice may state another unit, and says so.
SHAPES = {
    Indicator.REFERRED: (Kind.CUMULATIVE, Unit.PARENT),
    Indicator.IN_TRAJECTORY: (Kind.CUMULATIVE, Unit.PARENT),
    Indicator.ENDED: (Kind.CUMULATIVE, Unit.PARENT),
    Indicator.RUNNING: (Kind.STOCK, Unit.PARENT),
    Indicator.FAMILIES_ENTERED: (Kind.CUMULATIVE, Unit.FAMILY),
    Indicator.CHILDREN_CARED_FOR: (Kind.CUMULATIVE, Unit.CHILD),
    Indicator.DAY_PARTS_ATTENDED: (Kind.FLOW, Unit.DAY_PART),
    Indicator.FOLLOWED_TRAINING: (Kind.CUMULATIVE, Unit.PARENT),
    Indicator.FOUND_WORK: (Kind.FLOW, Unit.PARENT),
    Indicator.AT_WORK: (Kind.STOCK, Unit.PARENT),
    Indicator.VOLUNTEERING: (Kind.CUMULATIVE, Unit.PARENT),
}
