"""Where a site is, in the codes that statistics use for places."""

from typing import Annotated

from pydantic import Field, StringConstraints

from core.sites.configuration.foundations import Part

LauCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[A-Z0-9]{2,12}$")]


class Place(Part):
    """`latitude` and `longitude` in degrees (WGS 84); LAU codes with their country in front."""

    latitude: float = Field(ge=-90, le=90, description="Degrees north (WGS 84).")
    longitude: float = Field(ge=-180, le=180, description="Degrees east (WGS 84).")
    lau_codes: list[LauCode] = Field(
        min_length=1, description="The municipalities or districts the site works in."
    )
    lau_version: int = Field(ge=2010, le=2040, description="Year of the LAU list.")
    nuts_code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[A-Z0-9]{1,4}$")] = Field(
        description="The NUTS (or ITL) region."
    )
