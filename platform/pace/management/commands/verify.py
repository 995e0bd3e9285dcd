"""`manage.py verify`: quality checks, then every test, on a new machine as on an old one."""

import os
import subprocess
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from pace.running.chromium import ensure_chromium


class Command(BaseCommand):
    """The one command that says whether the platform is whole."""

    help = "Check the quality rules and run all tests (database, workers, browser)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Anything after `--` goes to pytest."""
        parser.add_argument("pytest_arguments", nargs="*")

    def handle(self, *args, **options) -> None:
        """Stop at the first part that fails, with its own message."""
        started = time.monotonic()
        ensure_chromium(self.stdout.write)
        self._run([sys.executable, "manage.py", "quality"])
        tests = [sys.executable, "-m", "pytest", "-q", "-n", str(_workers()), "--dist", "loadfile"]
        self._run([*tests, *options["pytest_arguments"]])
        minutes = (time.monotonic() - started) / 60
        self.stdout.write(self.style.SUCCESS(f"Verified in {minutes:.1f} minutes."))

    def _run(self, command: list[str]) -> None:
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        result = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=False)
        if result.returncode:
            raise CommandError(f"{' '.join(command[1:3])} failed.")


def _workers() -> int:
    return max(1, min(4, os.cpu_count() or 1))
