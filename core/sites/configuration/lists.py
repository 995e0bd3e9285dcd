"""The coded lists a site chooses from. A code is never reused: what goes out of use is retired."""

from typing import Annotated

from pydantic import Field

from core.sites.configuration.foundations import Code, Labels, Part
from core.sites.configuration.keyed import ByCode


class ListItem(Part):
    """One choice. A retired one stays readable on old records and is not offered any more."""

    code: Code
    label: Labels
    retired: bool = Field(default=False, description="true: not offered any more.")


class EndReason(ListItem):
    """Why guidance ended. An ending counts as success only where a site says so, never by itself."""

    counts_as_success: bool = Field(default=False)


class WorkKind(ListItem):
    """A kind of paid work; `regular_economy` tells it from social employment."""

    regular_economy: bool = Field(description="false: social or subsidised employment.")


Items = Annotated[list[ListItem], ByCode()]


class Lists(Part):
    """Every coded list of a site."""

    referrers: Items
    contact_kinds: Items
    training_kinds: Items
    work_kinds: Annotated[list[WorkKind], ByCode()]
    end_reasons: Annotated[list[EndReason], ByCode()]
    barriers: Items
    life_domains: Items
    care_forms: Items

    def codes(self, name: str) -> list[str]:
        """The codes of one list, retired ones included."""
        return [item.code for item in getattr(self, name)]
