"""`manage.py bench NAME [--quick] [--json]`: figures measured side by side in one run."""

from importlib import import_module

from django.core.management.base import BaseCommand, CommandParser

BENCHMARKS = {
    "isolation": "pace.bench.isolation",
    "criteria": "pace.bench.criteria",
    "requests": "pace.bench.requests",
    "provision": "pace.bench.provision",
    "import": "pace.bench.import_cases",
}


class Command(BaseCommand):
    """Run one benchmark and print its figures, each with the reference of the same run."""

    help = "Measure one thing beside its reference and print the ratio."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which benchmark, how long, and for whom to print."""
        parser.add_argument("name", choices=sorted(BENCHMARKS))
        parser.add_argument("--quick", action="store_true", help="under 50 seconds")
        parser.add_argument("--json", action="store_true", help="one JSON line per figure")

    def handle(self, *args, **options) -> None:
        """Print each figure as soon as it is known."""
        run = import_module(BENCHMARKS[options["name"]]).run
        for figure in run(quick=options["quick"]):
            self.stdout.write(figure.as_json() if options["json"] else figure.as_text())
            self.stdout.flush()
