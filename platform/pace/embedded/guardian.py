"""Stops the embedded server once nobody holds it any more. Standard library alone.

Usage: guardian.py ROOT PG_CTL DATA [UID GID]. Takes the users' lock exclusively, which
succeeds when the last user is gone, and holds the start lock while it stops the server, so
that a newcomer waits and then starts a fresh one.
"""

import fcntl
import os
import subprocess
import sys
from pathlib import Path


def main(root: str, pg_ctl: str, data: str, uid: str = "", gid: str = "") -> None:
    """Wait for the last user, then stop the server fast but cleanly."""
    held = []
    for name in ("users.lock", "start.lock"):
        descriptor = os.open(Path(root) / name, os.O_RDWR | os.O_CREAT, 0o666)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        held.append(descriptor)
    account = {"user": int(uid), "group": int(gid), "extra_groups": []} if uid else {}
    command = [pg_ctl, "stop", "-s", "-D", data, "-m", "fast", "-w", "-t", "60"]
    subprocess.run(command, check=False, **account)


if __name__ == "__main__":
    main(*sys.argv[1:])
