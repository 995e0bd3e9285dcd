"""Which categories a breakdown has, so that an empty one can be told from one that is not there.

In what is approved every known category is listed, with zero where nobody is in it. That is
needed for protection: were only the categories with people listed, being on the list would
itself tell something. What is in no list (a group of earlier rules, a retired code that was
taken away) is counted as "other".
"""

from collections.abc import Mapping

from core.indicators.enums import UNKNOWN, Dimension
from core.indicators.registry import Measure
from core.sites.configuration import SiteConfiguration
from tenants.reporting.categories import AGE_BANDS, FAMILY_TYPES

OTHER = "other"

#: Dimensions whose categories are the platform's own, the same at every site.
CLOSED = (Dimension.FAMILY_TYPE, Dimension.CHILD_AGE)


def known_categories(
    dimension: str, measure: Measure | None, configuration: SiteConfiguration | None
) -> list[str]:
    """The codes of a breakdown in the order in which they are shown, the unknown last."""
    if dimension == Dimension.FAMILY_TYPE:
        codes = list(FAMILY_TYPES)
    elif dimension == Dimension.CHILD_AGE:
        codes = list(AGE_BANDS)
    elif configuration is None:
        codes = []
    elif dimension == Dimension.TARGET_GROUP:
        codes = [group.code for group in configuration.target_groups]
    else:
        name = measure.detail_list if measure else ""
        codes = configuration.lists.codes(name) if name else []
    return [*codes, UNKNOWN]


def with_zeros(dimension: str, counts: Mapping[str, int], known: list[str]) -> dict[str, int]:
    """All known categories, with zero where nobody is.

    Where a site makes the list, what is not in it stands together under "other", always.
    """
    other = {} if dimension in CLOSED else {OTHER: 0}
    listed = dict.fromkeys(known[:-1], 0) | other | {UNKNOWN: 0}
    for category, number in counts.items():
        listed[category if category in listed else OTHER] += number
    return listed
