"""Where each value comes from: which layer, since when, which source, or merely assumed.

An origin names the paths it covers (`care.capacity_per_day_part`, `practice.found_work`);
a path covers everything below it, and the longest covering path decides. Members of coded
lists are addressed by their code. Rules carry their own layer, source and status instead.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from core.sites.configuration.foundations import Day, Part, Text
from core.sites.enums import Layer


class Origin(Part):
    """A layer's statement on the values at `gives`."""

    layer: Annotated[Layer, Field(strict=False)]
    since: Day
    source: Text | None = None
    assumed: bool = False
    gives: list[str] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_sourced_or_assumed(self) -> "Origin":
        if (self.source is None) != self.assumed:
            raise PydanticCustomError("origin_unclear", "either a source or assumed: true")
        return self


def ancestors(path: str) -> Iterable[str]:
    """The path itself, then each path above it: `a.b.c`, `a.b`, `a`."""
    yield path
    while "." in path:
        path = path.rpartition(".")[0]
        yield path


class Origins:
    """Finds the origin of a path."""

    def __init__(self, origins: Iterable[Origin]) -> None:
        self._origins = list(origins)

    @cached_property
    def _by_path(self) -> dict[str, Origin]:
        return {path: origin for origin in self._origins for path in origin.gives}

    def of(self, path: str) -> Origin | None:
        """The origin of the value at `path`, or None where nobody said."""
        return next(
            (self._by_path[step] for step in ancestors(path) if step in self._by_path), None
        )

    def assumed_paths(self) -> list[str]:
        """All paths that rest on an assumption, in order."""
        return sorted(path for path, origin in self._by_path.items() if origin.assumed)
