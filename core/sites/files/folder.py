"""The folder `site_configs/`: which files make up a site, and its versions over time.

    _core/*.yaml                  for every site
    _countries/<code>/*.yaml      for every site of a country
    <site>/site.yaml              the site's first version
    <site>/since-<day>.yaml       what changed on that day; a version of its own

Files seed a new site. What a running site goes by stands in its database (see `services`).
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from core.sites.configuration import SiteConfiguration
from core.sites.configuration.succession import unannounced_changes
from core.sites.enums import Country, Layer
from core.sites.files.checking import configuration_of
from core.sites.files.layers import Merged, merge
from core.sites.files.problems import Position, Problem, SiteFileRefused
from core.sites.files.reading import Document, read_file
from core.sites.files.statements import origin_problems

FIRST = "site.yaml"
LATER = "since-*.yaml"


@dataclass(frozen=True)
class Folder:
    """One `site_configs` folder; tests make their own."""

    path: Path

    def slugs(self) -> list[str]:
        """Every site that has a file, in alphabetical order."""
        return sorted(found.parent.name for found in self.path.glob(f"*/{FIRST}"))

    def versions(self, slug: str) -> list[SiteConfiguration]:
        """All versions of a site, oldest first. Raises `SiteFileRefused`.

        A process reads a folder that has not changed only once: configurations never change.
        """
        return list(_remembered_versions(self, slug, self._state()))

    def _state(self) -> tuple[tuple[str, int, int], ...]:
        """Names, sizes and times of all files: another state is read afresh."""
        found = sorted(self.path.glob("**/*.yaml"))
        stats = ((path, path.stat()) for path in found)
        return tuple((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats)

    def _read_versions(self, slug: str) -> list[SiteConfiguration]:
        files = [read_file(path, self.path.parent) for path in self._site_files(slug)]
        below = self._layers_below(files[0])
        problems: list[Problem] = []
        versions: list[SiteConfiguration] = []
        for count in range(1, len(files) + 1):
            merged = merge([*below, *((Layer.SITE, file) for file in files[:count])])
            try:
                version = _version(slug, merged)
            except SiteFileRefused as refusal:
                problems.extend(refusal.problems)
                break
            problems.extend(_succession_problems(versions, version, files, count))
            versions.append(version)
        if problems:
            raise SiteFileRefused(problems)
        return versions

    def complete(self, slug: str, document: Document) -> SiteConfiguration:
        """One file from elsewhere as a configuration of `slug`.

        A file with `origins` is complete, as `site export` writes it; any other is laid over
        the platform's and its country's files. Raises `SiteFileRefused`.
        """
        if "origins" in document.values:
            configuration = _checked(slug, document.values, document)
            if problems := origin_problems(configuration, document):
                raise SiteFileRefused(problems)
            return configuration
        return _version(slug, merge([*self._layers_below(document), (Layer.SITE, document)]))

    def _site_files(self, slug: str) -> list[Path]:
        first = self.path / slug / FIRST
        if slug not in self.slugs():
            known = ", ".join(self.slugs())
            at = Position(first.relative_to(self.path.parent).as_posix(), 1, 1)
            told = _("there is no such site; there are {known}").format(known=known)
            raise SiteFileRefused([Problem("slug", slug, told, at)])
        return [first, *sorted(first.parent.glob(LATER))]

    def _layers_below(self, site: Document) -> list[tuple[Layer, Document]]:
        core = sorted((self.path / "_core").glob("*.yaml"))
        country = site.values.get("country")
        if country not in Country.values:
            choices = ", ".join(Country.values)
            told = _("one of: {allowed}.").format(allowed=choices)
            raise SiteFileRefused([Problem("country", country, told, site.position(("country",)))])
        own = sorted((self.path / "_countries" / country.lower()).glob("*.yaml"))
        return [
            *((Layer.CORE, read_file(path, self.path.parent)) for path in core),
            *((Layer.COUNTRY, read_file(path, self.path.parent)) for path in own),
        ]


@lru_cache(maxsize=64)
def _remembered_versions(folder: Folder, slug: str, state: object) -> list[SiteConfiguration]:
    return folder._read_versions(slug)


def site_folder() -> Folder:
    """The folder that the settings name."""
    return Folder(Path(settings.SITE_CONFIGS))


@dataclass(frozen=True)
class Description:
    """What must be known of a site before it exists; languages as Django codes, default first."""

    name: str
    country: str
    languages: tuple[str, ...]
    time_zone: str


def describe_site(path: Path) -> Description:
    """Describe the site whose files stand in `path`, by its latest version.

    Raises `SiteFileRefused` if any of its files is refused.
    """
    latest = Folder(path.parent).versions(path.name)[-1]
    return Description(
        latest.name, latest.country.value, tuple(latest.languages.enabled), latest.time_zone
    )


def _version(slug: str, merged: Merged) -> SiteConfiguration:
    problems = list(merged.problems)
    configuration = None
    try:
        configuration = _checked(slug, merged.complete(), merged.document)
    except SiteFileRefused as refusal:
        problems.extend(refusal.problems)
    if problems or configuration is None:
        raise SiteFileRefused(problems)
    return configuration


def _checked(slug: str, values: dict[str, Any], document: Document) -> SiteConfiguration:
    configuration = configuration_of(values, document)
    if configuration.slug != slug:
        told = _("the site's own name, {slug}").format(slug=slug)
        at = document.position(("slug",))
        raise SiteFileRefused([Problem("slug", configuration.slug, told, at)])
    return configuration


def _succession_problems(
    earlier: list[SiteConfiguration],
    version: SiteConfiguration,
    files: list[Document],
    count: int,
) -> list[Problem]:
    """Versions follow each other in time, and a changed practice names its break."""
    if not earlier:
        return []
    document = files[count - 1]
    at = document.position(("valid_from",))
    problems = []
    expected = document.file.rpartition("since-")[2].removesuffix(".yaml")
    day = version.valid_from.isoformat()
    if day != expected:
        told = _("the day in the file's name, {day}").format(day=expected)
        problems.append(Problem("valid_from", day, told, at))
    if version.valid_from <= earlier[-1].valid_from:
        before = earlier[-1].valid_from.isoformat()
        told = _("a day after the version before, {day}").format(day=before)
        problems.append(Problem("valid_from", day, told, at))
    for code, names in unannounced_changes(earlier[-1], version).items():
        path = f"practice.{code}.breaks"
        told = _("{names} changed: name the break in the series on {day}").format(
            names=", ".join(names), day=day
        )
        problems.append(Problem(path, None, told, document.position(("practice", code))))
    return problems
