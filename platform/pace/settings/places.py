"""Where the embedded parts keep their files."""

import hashlib
import os
import tempfile
from pathlib import Path


def state_directory(base: Path) -> Path:
    """`.pace` beside `manage.py`, or a place of our own when root's server could not enter it.

    Root's PostgreSQL runs as another account, which must be able to walk to its data.
    """
    chosen = os.environ.get("PACE_STATE")
    if chosen:
        return Path(chosen).resolve()
    beside = base / ".pace"
    if os.geteuid() != 0 or all(path.stat().st_mode & 0o001 for path in (base, *base.parents)):
        return beside
    name = hashlib.sha256(os.fsencode(base)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"pace-state-{name}"
