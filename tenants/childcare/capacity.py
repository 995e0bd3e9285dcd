"""How many places a day-part has, whether that number binds, and who says so.

A limit is worth nothing to the person at the door if it does not say where it comes from. So
every refusal names the number, the rule's origin, and whether it binds or advises.
"""

from dataclasses import dataclass
from datetime import date
from typing import Self

from django.utils.translation import gettext as _

from core.sites.configuration import DayPart, SiteConfiguration
from core.sites.texts import in_language
from core.ui.formats import short_date


@dataclass(frozen=True)
class Capacity:
    """The places of one day-part under one configuration."""

    places: int
    binding: bool
    source: str

    @classmethod
    def of(cls, configuration: SiteConfiguration, day_part: str) -> Self:
        """The capacity of a day-part of that configuration. Raises KeyError."""
        part = configuration.day_part(day_part)
        own = part.capacity is not None
        path = f"day_parts.{day_part}.capacity" if own else "care.capacity_per_day_part"
        return cls(
            places=configuration.capacity_of(day_part),
            binding=configuration.care.capacity_binding,
            source=source_of(configuration, path),
        )

    def refusal(self, part: DayPart, on: date) -> str:
        """What somebody reads who comes after the last place went."""
        text = _(
            "All %(places)d places of the %(day_part)s on %(day)s are taken. This site's limit of "
            "%(places)d binds (%(source)s). Choose another day-part, or first remove a child that "
            "was recorded by mistake."
        )
        return text % self._words(part, on)

    def warning(self, part: DayPart, on: date, taken: int) -> str:
        """What somebody reads who went above a limit that only advises."""
        text = _(
            "There are now %(taken)d children for %(places)d places in the %(day_part)s on "
            "%(day)s. The limit advises and does not bind (%(source)s)."
        )
        return text % (self._words(part, on) | {"taken": taken})

    def _words(self, part: DayPart, on: date) -> dict[str, object]:
        return {
            "places": self.places,
            "day_part": in_language(part.label).lower(),
            "day": short_date(on),
            "source": self.source,
        }


def source_of(configuration: SiteConfiguration, path: str) -> str:
    """Who says the value at `path`: "source: ..." or that the platform assumes it."""
    origin = configuration.origin.of(path)
    if origin is None or origin.source is None:
        return _("assumed, not confirmed by a source")
    return _("source: %(source)s") % {"source": origin.source}
