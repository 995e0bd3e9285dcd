#!/usr/bin/env python3
"""The one command of the platform: `python3 manage.py demo`, `verify`, and the rest."""

import os
import sys
from pathlib import Path

BASE = Path(__file__).resolve().parent
sys.path[:0] = [str(BASE), str(BASE / "platform")]


def main() -> None:
    import bootstrap

    bootstrap.ensure_environment(sys.argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pace.settings.local")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
