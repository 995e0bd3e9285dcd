"""`manage.py fix`: let the tools repair what they can (layout, imports, catalogues)."""

import subprocess
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from pace.management.commands.quality import SOURCES


class Command(BaseCommand):
    """Format the sources and bring the message catalogues up to date."""

    help = "Repair layout and imports, refresh the message catalogues."

    def handle(self, *args, **options) -> None:
        """Run ruff's repairs, then extract and compile messages."""
        for arguments in (["check", "--fix", "-q"], ["format", "-q"]):
            command = [sys.executable, "-m", "ruff", *arguments, *SOURCES]
            subprocess.run(command, cwd=settings.BASE_DIR, check=False)
        call_command("messages")
