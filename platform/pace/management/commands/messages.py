"""`manage.py messages`: bring the catalogues up to date; `--check` only says what is wrong."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from pace import messages


class Command(BaseCommand):
    """Extract, merge and compile the interface's texts in all languages."""

    help = "Extract texts into locale/, compile them; --check fails when something is missing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to write."""
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--language", action="append", help="only this catalogue (fr, nl …)")

    def handle(self, *args, **options) -> None:
        """Write the catalogues, or fail naming every fault."""
        base = settings.BASE_DIR
        if options["check"]:
            faults = messages.faults(base)
            if faults:
                raise CommandError("\n".join(faults[:80]) + f"\n{len(faults)} faults")
            return
        found = messages.texts(base)
        for language in options["language"] or (*messages.WHOLE, *messages.DIFFERENCES):
            catalogue = messages.merged(base, language, found)
            messages.write(base, language, catalogue)
            self.stdout.write(f"{language}: {len(catalogue.untranslated_entries())} to translate")
