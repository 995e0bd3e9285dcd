"""What a file says of its own values: where they are taken from, and which are assumed.

    sources:
      - source: City of Mechelen, slides on 38 VOLT
        gives: [care.capacity_per_day_part, care.capacity_binding]
    assumed:
      - day_parts
      - practice.*.missing_share

Every value of a file is covered by one of the two, the longest path decides, and a path that
names nothing in the file is an error: a statement cannot outlive what it speaks of.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from core.sites.configuration import SiteConfiguration
from core.sites.files.paths import Keys, fits, statements, written
from core.sites.files.problems import Problem
from core.sites.files.reading import Document

#: These say nothing about the site that would need a source, or carry their own.
EXEMPT = frozenset({"slug", "valid_from", "rules", "origins", "assumed", "sources"})


class Ground(NamedTuple):
    """What a value rests on: a source, or (None) an assumption."""

    source: str | None


class Statements:
    """The `sources` and `assumed` of one file, checked against its values."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self._grounds: dict[str, Ground] = {}
        self._paths = [
            (written(keys), keys)
            for keys, value in statements(document.values)
            if keys[0] not in EXEMPT
        ]
        for keys, path, ground in self._stated():
            self._take(keys, path, ground)
        self._check_everything_is_covered()

    def ground_of(self, path: str) -> Ground | None:
        """What the value at `path` rests on; the most exact statement decides."""
        fitting = [pattern for pattern in self._grounds if fits(pattern, path)]
        best = max(
            fitting, key=lambda pattern: (len(pattern.split(".")), "*" not in pattern), default=None
        )
        return self._grounds[best] if best is not None else None

    def _stated(self) -> Iterator[tuple[Keys, str, Ground]]:
        assumed = self.document.values.get("assumed", [])
        yield from self._texts(("assumed",), assumed, Ground(None))
        sources = self.document.values.get("sources", [])
        if not isinstance(sources, list):
            self._refuse(("sources",), sources, _("a list of sources"))
            return
        for place, entry in enumerate(sources):
            keys: Keys = ("sources", place)
            if not self._is_source(keys, entry):
                continue
            yield from self._texts((*keys, "gives"), entry["gives"], Ground(entry["source"]))

    def _is_source(self, keys: Keys, entry: Any) -> bool:
        well_formed = isinstance(entry, dict) and set(entry) == {"source", "gives"}
        if well_formed and isinstance(entry["source"], str) and entry["source"].strip():
            return True
        self._refuse(keys, entry, _("`source` (a text) and `gives` (a list of paths)"))
        return False

    def _texts(self, keys: Keys, found: Any, ground: Ground) -> Iterator[tuple[Keys, str, Ground]]:
        if not isinstance(found, list) or not all(isinstance(path, str) for path in found):
            self._refuse(keys, found, _("a list of paths, such as care.capacity_per_day_part"))
            return
        for place, path in enumerate(found):
            yield (*keys, place), path, ground

    def _take(self, keys: Keys, pattern: str, ground: Ground) -> None:
        if pattern in self._grounds:
            self._refuse(keys, pattern, _("each path once, with a source or as assumed"))
        elif any(fits(pattern, path) for path, _keys in self._paths):
            self._grounds[pattern] = ground
        else:
            every = sorted({written(k[:n]) for _p, k in self._paths for n in range(1, len(k) + 1)})
            near = get_close_matches(pattern, every, n=1)
            self._refuse(keys, pattern, _("a path of a value in this file."), *near)

    def _check_everything_is_covered(self) -> None:
        for path, keys in self._paths:
            if self.ground_of(path) is None:
                self._refuse(keys, None, _("say where it comes from: add it to sources or assumed"))

    def _refuse(self, keys: Keys, value: Any, allowed: str, near: str = "") -> None:
        at = self.document.position(keys)
        self.problems.append(Problem(written(keys), value, allowed, at, near))


def origin_problems(configuration: SiteConfiguration, document: Document) -> list[Problem]:
    """What is wrong with the `origins` of a complete file: gaps, and paths that name nothing."""
    every = {
        keys: written(keys) for keys, _value in statements(document.values) if keys[0] not in EXEMPT
    }
    told = _("say where it comes from: add it to the `gives` of an origin")
    problems = [
        Problem(path, None, told, document.position(keys))
        for keys, path in every.items()
        if configuration.origin.of(path) is None
    ]
    known = {written(keys[:n]) for keys in every for n in range(1, len(keys) + 1)}
    for place, origin in enumerate(configuration.origins):
        for inner, path in enumerate(origin.gives):
            if path not in known:
                keys = ("origins", place, "gives", inner)
                near = get_close_matches(path, sorted(known), n=1)
                allowed = _("a path of a value in this file.")
                at = document.position(keys)
                problems.append(Problem(written(keys), path, allowed, at, *near))
    return problems
