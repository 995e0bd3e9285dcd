"""One value on a settings page: what it is called, how it reads, where it comes from."""

from dataclasses import dataclass
from typing import Any

from core.sites.configuration import Origin, SiteConfiguration
from core.sites.files.paths import Keys, written
from core.sites.files.writing import authored
from core.sites.words import name_of, path_in_words, value_in_words


@dataclass(frozen=True)
class Shown:
    """A row: label, value in words, and the origin (None where nothing has to be said)."""

    label: str
    value: str
    origin: Origin | None

    @property
    def is_assumed(self) -> bool:
        return self.origin is not None and self.origin.assumed


class Sheet:
    """Looks up values of one configuration by path."""

    def __init__(self, configuration: SiteConfiguration) -> None:
        self.configuration = configuration
        self._values = authored(configuration)

    def row(self, *keys: str, label: str = "") -> Shown:
        """The value at the path; one that is not given reads "not known"."""
        value: Any = self._values
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return Shown(
            label or name_of(keys[-1]),
            value_in_words(keys[-1], value, self.configuration),
            self.origin(keys),
        )

    def rows(self, *above: str, names: tuple[str, ...]) -> list[Shown]:
        """Rows for several keys of one part; those that are not given are left out."""
        part: Any = self._values
        for key in above:
            part = part.get(key, {})
        return [self.row(*above, name) for name in names if name in part]

    def origin(self, keys: Keys) -> Origin | None:
        """Where the value at the path comes from."""
        return self.configuration.origin.of(written(keys))

    def place(self, *keys: str) -> str:
        """The path in words."""
        return path_in_words(keys, self.configuration)
