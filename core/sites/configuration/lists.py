"""The coded lists a site chooses from. A code is never reused: what goes out of use is retired."""

from typing import Annotated

from pydantic import AfterValidator, Field

from core.sites.configuration.foundations import Code, Labels, Part
from core.sites.configuration.keyed import ByCode


class ListItem(Part):
    """One choice. A retired one stays readable on old records and is not offered any more."""

    code: Code
    label: Labels
    retired: bool = Field(default=False, description="true: not offered any more.")


class EndReason(ListItem):
    """Why guidance ended. No ending counts as success unless a site says so."""

    counts_as_success: bool = Field(default=False)


class WorkKind(ListItem):
    """A kind of paid work; `regular_economy` tells it from social employment."""

    regular_economy: bool = Field(description="false: social or subsidised employment.")


def _catch_all_last(items: list[ListItem]) -> list[ListItem]:
    """ "Other" stands below what it is other than, wherever a layer added its items."""
    return sorted(items, key=lambda item: item.code == "other")


Coded = (ByCode(), AfterValidator(_catch_all_last))
Items = Annotated[list[ListItem], *Coded]


class Lists(Part):
    """Every coded list of a site."""

    referrers: Items
    contact_kinds: Items
    training_kinds: Items
    work_kinds: Annotated[list[WorkKind], *Coded]
    end_reasons: Annotated[list[EndReason], *Coded]
    barriers: Items
    life_domains: Items
    care_forms: Items

    def codes(self, name: str) -> list[str]:
        """The codes of one list, retired ones included."""
        return [item.code for item in getattr(self, name)]
