"""Bring the project's own environment into being, with the standard library alone.

`manage.py` calls `ensure_environment` before it imports Django. The first call on a
machine makes `.venv` beside `manage.py`, installs the locked and hashed requirements
into it, stamps the lock's digest and re-executes the same command inside. Later calls
compare one digest and cost a few milliseconds.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent
ENVIRONMENT = BASE / ".venv"
DEVELOPMENT_COMMANDS = {
    "verify",
    "quality",
    "fix",
    "bench",
    "screenshots",
    "messages",
    "makemessages",
    "pytest",
}
OLDEST_PYTHON = (3, 11)


def ensure_environment(arguments: list[str]) -> None:
    """Return when running inside an up-to-date `.venv`; otherwise make it and re-execute.

    `arguments` is `sys.argv`. A command of `DEVELOPMENT_COMMANDS` gets the development
    lock (a superset of the runtime lock); every other command is content with either.
    Set `PACE_NO_BOOTSTRAP=1` to use the interpreter as it is (container images).
    """
    if os.environ.get("PACE_NO_BOOTSTRAP"):
        return
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        sys.exit(f"PACE needs Python {wanted} or newer; this is {sys.version.split()[0]}.")
    command = arguments[1] if len(arguments) > 1 else ""
    wanted = ["dev"] if command in DEVELOPMENT_COMMANDS else ["runtime", "dev"]
    if not any(_is_installed(name) for name in wanted):
        _install(wanted[0])
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        python = _environment_python()
        os.execv(python, [str(python), *arguments])  # noqa: S606


def _environment_python() -> Path:
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python3")
    return ENVIRONMENT / folder / name


def _lock(name: str) -> Path:
    return BASE / "requirements" / f"{name}.lock"


def _stamp(name: str) -> Path:
    return ENVIRONMENT / f"{name}.stamp"


def _digest(name: str) -> str:
    interpreter = ".".join(map(str, sys.version_info[:2]))
    return hashlib.sha256(_lock(name).read_bytes() + interpreter.encode()).hexdigest()


def _is_installed(name: str) -> bool:
    stamp = _stamp(name)
    return stamp.exists() and stamp.read_text() == _digest(name)


def _install(name: str) -> None:
    print(f"Setting up the environment in {ENVIRONMENT.name} (once, about a minute) …", flush=True)
    if not _environment_python().exists():
        venv.create(ENVIRONMENT, with_pip=True, symlinks=os.name != "nt")
    for stamp in ENVIRONMENT.glob("*.stamp"):
        stamp.unlink()
    command = [
        str(_environment_python()),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "-r",
        str(_lock(name)),
    ]
    if subprocess.run(command, check=False).returncode:
        sys.exit(
            "The packages could not be installed (see pip's message above). "
            "Check the network, then run the same command again."
        )
    _stamp(name).write_text(_digest(name))
