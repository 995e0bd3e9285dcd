"""`manage.py quality`: the rules that a machine can check, each with its own verdict."""

import os
import subprocess
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

SOURCES = ["platform", "core", "tenants", "tests", "manage.py"]
API_CHECK = ["spectacular", "--validate", "--fail-on-warn", "--file", os.devnull]
TEMPLATES = ["core", "tenants", "platform"]


class Command(BaseCommand):
    """Style, import contracts, templates, migrations, system checks, API and translations."""

    help = "Check the quality rules."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options) -> None:
        """Run every check, say each verdict, fail at the end if any failed."""
        failed = []
        for name, command in self._checks().items():
            result = subprocess.run(
                command,
                cwd=settings.BASE_DIR,
                env=_environment(),
                capture_output=True,
                text=True,
                check=False,
            )
            verdict = "ok" if result.returncode == 0 else "FAILED"
            self.stdout.write(f"  {name:<32} {verdict}")
            if result.returncode:
                failed.append(name)
                self.stdout.write(result.stdout[-6000:] + result.stderr[-6000:])
        if failed:
            raise CommandError("Quality: " + ", ".join(failed) + " failed.")

    def _checks(self) -> dict[str, list[str]]:
        python = [sys.executable, "-m"]
        manage = [sys.executable, "manage.py"]
        return {
            "style (ruff)": [*python, "ruff", "check", *SOURCES],
            "layout (ruff format)": [*python, "ruff", "format", "--check", "-q", *SOURCES],
            "import contracts": [str(_script("lint-imports"))],
            "templates (djlint)": [*python, "djlint", "--lint", "--quiet", *TEMPLATES],
            "system checks": [*manage, "check", "--fail-level", "WARNING"],
            "no missing migration": [*manage, "makemigrations", "--check", "--dry-run"],
            "site configurations": [*manage, "site", "check"],
            "API of the sites": [*manage, *API_CHECK],
            "API of the programme": [*manage, *API_CHECK, "--urlconf", "pace.urls.programme"],
            "translations": [*manage, "messages", "--check"],
        }


def _script(name: str):
    return settings.BASE_DIR / ".venv" / "bin" / name


def _environment() -> dict[str, str]:
    paths = [str(settings.BASE_DIR), str(settings.BASE_DIR / "platform")]
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "pace.settings.test",
        "PYTHONPATH": os.pathsep.join(paths),
    }
