"""`manage.py site`: check, compare, export and import configurations of sites."""

import getpass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from core.partners import directory
from core.partners.context import Activation, activated, owner_context
from core.partners.models import Partner
from core.sites.configuration import SiteConfiguration
from core.sites.differences import differences
from core.sites.files import SiteFileRefused, site_folder
from core.sites.files.reading import read_file
from core.sites.files.schema import file_schema_text
from core.sites.files.writing import yaml_of
from core.sites.selectors import NoConfiguration, configuration_on
from core.sites.services import import_version

SCHEMA = Path("schema") / "site.schema.json"
AGAINST_DATABASE = "--against-database"


class Command(BaseCommand):
    """The operator's door to configurations; only `import` changes anything."""

    help = "Check, compare, export or import the configuration of a site."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand each."""
        actions = parser.add_subparsers(dest="action", required=True)
        check = actions.add_parser("check", help="check the files of some or all sites")
        check.add_argument("slugs", nargs="*", metavar="site")
        diff = actions.add_parser("diff", help="say in words what is different")
        diff.add_argument("slug", metavar="site")
        diff.add_argument("other", nargs="?", metavar="other site")
        diff.add_argument(AGAINST_DATABASE, action="store_true", dest="database")
        export = actions.add_parser("export", help="write the complete configuration as YAML")
        export.add_argument("slug", metavar="site")
        export.add_argument("--from-database", action="store_true", dest="database")
        export.add_argument("--on", type=_day, help="the version in force on that day")
        bring = actions.add_parser("import", help="publish a file as a new version")
        bring.add_argument("slug", metavar="site")
        bring.add_argument("--file", required=True, type=Path)
        bring.add_argument("--valid-from", required=True, type=_day)
        bring.add_argument("--reason", required=True)
        actions.add_parser("schema", help="write the JSON Schema for editors")

    def handle(self, *args, **options) -> None:
        """Call the subcommand; whatever is refused ends with its reasons and exit code 1."""
        try:
            getattr(self, f"_{options['action']}")(**options)
        except SiteFileRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        except NoConfiguration as missing:
            raise CommandError(str(missing)) from missing
        except ValidationError as refusal:
            raise CommandError("\n".join(refusal.messages)) from refusal

    def _check(self, slugs: list[str], **_options) -> None:
        folder = site_folder()
        problems = []
        for slug in slugs or folder.slugs():
            try:
                versions = folder.versions(slug)
            except SiteFileRefused as refusal:
                problems.extend(refusal.problems)
                continue
            days = ", ".join(version.valid_from.isoformat() for version in versions)
            assumed = len(versions[-1].origin.assumed_paths())
            self.stdout.write(f"{slug:<24} ok   from {days}; {assumed} assumed")
        if problems:
            raise SiteFileRefused(dict.fromkeys(problems))

    def _diff(self, slug: str, other: str | None, database: bool, **_options) -> None:
        if bool(other) == database:
            raise CommandError(f"Name another site, or say {AGAINST_DATABASE}.")
        mine = site_folder().versions(slug)[-1]
        theirs = _published(slug, None) if database else site_folder().versions(other)[-1]
        before, after = (theirs, mine) if database else (mine, theirs)
        found = differences(before, after)
        for difference in found:
            self.stdout.write(f"- {difference}")
        if not found:
            self.stdout.write("No differences.")

    def _export(self, slug: str, database: bool, on: date | None, **_options) -> None:
        found = _published(slug, on) if database else _of_files(slug, on)
        self.stdout.write(yaml_of(found), ending="")

    def _import(self, slug: str, file: Path, valid_from: date, reason: str, **_options) -> None:
        activation = _find(slug)
        configuration = site_folder().complete(slug, read_file(file, file.parent))
        with activated(activation):
            version = import_version(
                by_text=_operator(),
                configuration=configuration,
                valid_from=valid_from,
                reason=reason,
                source=file.name,
            )
        _tell_the_directory(slug, configuration)
        self.stdout.write(f"{slug}: version {version.number} holds from {version.valid_from}.")

    def _schema(self, **_options) -> None:
        path = Path(settings.SITE_CONFIGS) / SCHEMA
        path.parent.mkdir(exist_ok=True)
        path.write_text(file_schema_text(), encoding="utf-8")
        self.stdout.write(f"{path.name} is written.")


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _operator() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return "operator"


def _find(slug: str) -> Activation:
    found = directory.find_slug(slug)
    if found is None:
        raise CommandError(f"There is no site called {slug}. `manage.py partner list` shows all.")
    return found


def _published(slug: str, on: date | None) -> SiteConfiguration:
    with activated(_find(slug)):
        return configuration_on(on or timezone.localdate()).configuration


def _of_files(slug: str, on: date | None) -> SiteConfiguration:
    versions = site_folder().versions(slug)
    begun = [version for version in versions if on is None or version.valid_from <= on]
    if not begun:
        raise CommandError(f"{slug} has no version for {on}; the first begins later.")
    return begun[-1]


def _tell_the_directory(slug: str, configuration: SiteConfiguration) -> None:
    """Hosts answer in the languages and the time zone of the directory, so it must know them."""
    with owner_context():
        Partner.objects.filter(slug=slug).update(
            languages=configuration.languages.enabled, time_zone=configuration.time_zone
        )
    directory.forget()
