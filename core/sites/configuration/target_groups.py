"""Target groups: whom a site works for, in the criteria language.

A person or family belongs to a site's target if at least one of its groups holds. Groups that
no longer apply stand in the earlier versions of the configuration, not in this one.
"""

from pydantic import Field

from core.sites.configuration.foundations import Code, Day, Labels, Part
from core.sites.criteria import Criteria


class TargetGroup(Part):
    """One group, as defined since `valid_from`."""

    code: Code
    label: Labels
    valid_from: Day = Field(description="Since when the group is defined like this.")
    criteria: Criteria


class Records(Part):
    """Which attributes of the criteria vocabulary a site writes down at intake."""

    attributes: list[Code] = Field(min_length=1)
