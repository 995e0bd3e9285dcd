"""Find a Chromium for the browser tests, or install one.

As root on a Debian-like system the package manager brings it; elsewhere Playwright downloads
its own. Where neither works `verify` fails: browser tests are never skipped.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--disable-quic",
]


class ChromiumMissing(RuntimeError):
    """There is no Chromium, and none could be installed."""


def chromium_path() -> str | None:
    """The path of a system Chromium, or None when only Playwright's own can serve."""
    chosen = os.environ.get("PACE_CHROMIUM")
    return chosen or next((path for path in map(shutil.which, NAMES) if path), None)


def launch_arguments() -> dict:
    """Keyword arguments for Playwright's `chromium.launch`."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    path = chromium_path()
    return {"args": flags} | ({"executable_path": path} if path else {})


def ensure_chromium(say: Callable[[str], object]) -> None:
    """Install Chromium when the machine has none; raises `ChromiumMissing`."""
    if chromium_path() or _playwright_has_one():
        return
    say("Installing Chromium for the browser tests …")
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "check": False}
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=environment, **quiet)
        wanted = ["chromium", "fonts-noto-core"]
        install = ["apt-get", "install", "-q", "-y", "--no-install-recommends", *wanted]
        subprocess.run(install, env=environment, **quiet)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if not (chromium_path() or _playwright_has_one()):
        raise ChromiumMissing(
            "The browser tests need Chromium. Install it (package `chromium`), or set "
            "PACE_CHROMIUM to its path, and run `python3 manage.py verify` again."
        )


def _playwright_has_one() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return os.path.exists(playwright.chromium.executable_path)  # noqa: PTH110
