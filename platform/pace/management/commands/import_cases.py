"""`manage.py import_cases`: bring existing cases of a site in from a file, or get the template.

manage.py import_cases cases.xlsx --partner mechelen --by an@mechelen.example --dry-run
manage.py import_cases cases.csv  --partner mechelen --by an@mechelen.example
manage.py import_cases --template template.xlsx --partner mechelen
manage.py import_cases --remake-mechelen
"""

from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation

from core.accounts.models import User
from core.partners import directory
from core.partners.context import Activation, activated
from pace.demo_data import mechelen
from tenants.families.case_import import template
from tenants.families.case_import.service import Outcome, import_cases


class Command(BaseCommand):
    """The operator's door to the import; the person named by `--by` must be a coordinator."""

    help = "Import existing cases of a site from a .xlsx or .csv file."

    def add_arguments(self, parser: CommandParser) -> None:
        """A file, or one of the two things that only write a file."""
        parser.add_argument("file", nargs="?", type=Path)
        parser.add_argument("--partner", help="the site's short name")
        parser.add_argument("--by", help="e-mail address of a coordinator of the site")
        parser.add_argument("--dry-run", action="store_true", help="only tell what it would make")
        parser.add_argument("--template", type=Path, help="write the template (.xlsx or .csv)")
        parser.add_argument("--language", help="of messages and guide; default: the site's")
        parser.add_argument(
            "--remake-mechelen", action="store_true", help="write the shipped file again"
        )

    def handle(self, *args, **options) -> None:
        """Do one of the three."""
        if options["remake_mechelen"]:
            mechelen.FILE.write_bytes(mechelen.file_content())
            self.stdout.write(f"{mechelen.FILE.name} is written.")
            return
        site = _find(options["partner"])
        language = options["language"] or site.default_language
        with activated(site), timezone.override(site.time_zone), translation.override(language):
            if options["template"]:
                self._template(options["template"])
            else:
                self._import(options["file"], options["by"], options["dry_run"])

    def _template(self, path: Path) -> None:
        makers = {".xlsx": template.as_xlsx, ".csv": template.as_csv}
        if path.suffix not in makers:
            raise CommandError("The template is a .xlsx or a .csv file.")
        path.write_bytes(makers[path.suffix]())
        self.stdout.write(f"{path} is written.")

    def _import(self, path: Path | None, address: str | None, dry_run: bool) -> None:
        if path is None or not path.is_file():
            raise CommandError("Name a file that exists.")
        by = User.objects.active().filter(email=(address or "").strip().lower()).first()
        if by is None:
            raise CommandError("Name a coordinator of the site: --by name@site.example")
        try:
            with path.open("rb") as file:
                outcome = import_cases(
                    file=file, name=path.name, by=by, dry_run=dry_run, progress=self._progress
                )
        except PermissionDenied as refusal:
            raise CommandError(str(refusal)) from refusal
        except ValidationError as refusal:
            raise CommandError("\n".join(refusal.messages)) from refusal
        self._tell(outcome, dry_run)

    def _progress(self, share: float) -> None:
        if self.stderr.isatty():
            self.stderr.write(f"\r{share:4.0%}", ending="")

    def _tell(self, outcome: Outcome, dry_run: bool) -> None:
        for problem in outcome.problems:
            place = " ".join(filter(None, (problem.letter, problem.column)))
            allowed = f" Allowed: {problem.allowed}." if problem.allowed else ""
            self.stdout.write(
                f"row {problem.row} {place} “{problem.value}”: {problem.text}{allowed}"
            )
        if outcome.problem_count:
            raise CommandError(f"{outcome.problem_count} problems; nothing was written.")
        for code, tally in outcome.counts.items():
            self.stdout.write(
                f"{code:<14} rows {tally.rows:>6}  new {tally.new:>6}  known {tally.known:>6}"
                f"  ended {tally.ended:>4}  differs {tally.differing:>4}"
            )
        for difference in outcome.differences:
            self.stdout.write(
                f"row {difference.row} {difference.column}: the file says "
                f"“{difference.in_file}”, the site has “{difference.at_site}”; left as it is"
            )
        if outcome.written:
            self.stdout.write("Written.")
        else:
            self.stdout.write("Nothing was written." if dry_run else "Nothing new.")


def _find(slug: str | None) -> Activation:
    found = directory.find_slug(slug) if slug else None
    if found is None or not found.slug or found.kind != "partner":
        raise CommandError("Name a site: --partner mechelen. `manage.py partner list` shows all.")
    return found
