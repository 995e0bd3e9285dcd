"""An embedded PostgreSQL that lives exactly as long as somebody uses it.

Every process that uses the cluster holds a shared lock on `users.lock`; the kernel frees
it however the process dies. A detached guardian waits for the exclusive lock and then
stops the server, so neither Ctrl-C nor `kill -9` leaves one behind. The server listens on
a private Unix socket alone: no port, no password; peer authentication maps the operating
system's user to the platform's database roles.
"""

import fcntl
import getpass
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from pace.embedded.binaries import program, server_account

SUPERUSER = "postgres"
LONGEST_SOCKET_PATH = 90  # the kernel allows 107 bytes, the file name takes the rest

SETTINGS = {
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "max_connections": "300",
    "shared_buffers": "'128MB'",
    "max_locks_per_transaction": "512",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "log_min_messages": "warning",
    "synchronous_commit": "on",
}
THROWAWAY_SETTINGS = {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}


@dataclass
class Cluster:
    """One PostgreSQL data directory below `root`; `throwaway` trades safety for speed."""

    root: Path
    throwaway: bool = False

    def __post_init__(self) -> None:
        self._users_lock: int | None = None

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.root / "data"

    @property
    def socket_directory(self) -> Path:
        """Where clients find the server: beside the data, or in a short place if too long."""
        beside = self.root / "socket"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_PATH:
            return beside
        name = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"pace-{os.geteuid()}-{name}"

    def ensure_running(self) -> Path:
        """Start the server if need be, hold it for this process, return the socket directory."""
        if self._users_lock is None:
            self._prepare_directories()
            self._users_lock = _lock(self.root / "users.lock", fcntl.LOCK_SH)
            starting = _lock(self.root / "start.lock", fcntl.LOCK_EX)
            try:
                if not self._is_running():
                    self._start()
            finally:
                os.close(starting)
        return self.socket_directory

    @staticmethod
    def program(name: str) -> str:
        """The path of one of PostgreSQL's programs; `pg_dump` serves external servers too."""
        return program(name)

    def release(self) -> None:
        """Give up this process's hold; the last one to do so lets the guardian stop the server."""
        if self._users_lock is not None:
            os.close(self._users_lock)
            self._users_lock = None

    def stop(self) -> None:
        """Stop the server now, whoever uses it, and give up the hold (benchmarks, restores)."""
        self._pg_ctl("stop", "-m", "fast", "-w", "-t", "60")
        self.release()

    def run_sql(self, script: str, database: str = "postgres") -> None:
        """Run a script as the superuser; raises `RuntimeError` with psql's message."""
        command = [program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database]
        command += ["-h", str(self.socket_directory), "-U", SUPERUSER]
        result = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
        if result.returncode:
            raise RuntimeError(result.stderr)

    def _prepare_directories(self) -> None:
        account = server_account()
        for path in (self.root, self.socket_directory):
            path.mkdir(parents=True, exist_ok=True)
            path.chmod(0o711 if path == self.root else 0o700)
            if account.uid is not None:
                os.chown(path, account.uid, account.gid)

    def _is_running(self) -> bool:
        return self._pg_ctl("status").returncode == 0

    def _start(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._initialise()
        self._write_settings()
        options = f"-k {self.socket_directory}"
        result = self._pg_ctl(
            "start", "-w", "-t", "60", "-l", str(self.root / "server.log"), "-o", options
        )
        if result.returncode:
            log = self.root / "server.log"
            raise RuntimeError(f"PostgreSQL did not start; see {log}.\n{result.stderr}")
        self._post_guardian()

    def _initialise(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        command = [program("initdb"), "-D", str(self.data), "-U", SUPERUSER, "--auth=peer"]
        command += ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        command += ["--no-locale", "--no-instructions"]
        if self.throwaway:
            command.append("--no-sync")
        result = self._run(command)
        if result.returncode:
            raise RuntimeError(f"PostgreSQL's data directory could not be made:\n{result.stderr}")

    def _write_settings(self) -> None:
        settings = SETTINGS | (THROWAWAY_SETTINGS if self.throwaway else {})
        lines = [f"{name} = {value}\n" for name, value in settings.items()]
        (self.data / "postgresql.auto.conf").write_text("".join(lines))
        (self.data / "pg_hba.conf").write_text("local all all peer map=pace\n")
        users = {getpass.getuser(), _name_of(os.geteuid())}
        maps = [f'pace {user} "/^({SUPERUSER}|pace_[a-z0-9_]+)$" "\\1"\n' for user in sorted(users)]
        (self.data / "pg_ident.conf").write_text("".join(maps))

    def _post_guardian(self) -> None:
        # The guardian stays who we are (root's Python may be out of the server account's
        # reach) and drops to the account only for pg_ctl.
        account = server_account()
        command = [sys.executable, str(Path(__file__).with_name("guardian.py")), str(self.root)]
        command += [program("pg_ctl"), str(self.data)]
        if account.uid is not None:
            command += [str(account.uid), str(account.gid)]
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
        )

    def _pg_ctl(self, action: str, *arguments: str) -> subprocess.CompletedProcess:
        return self._run([program("pg_ctl"), action, "-s", "-D", str(self.data), *arguments])

    def _run(self, command: list[str]) -> subprocess.CompletedProcess:
        # The output goes to a file: the server inherits it, and a pipe would never close.
        with tempfile.TemporaryFile("w+") as output:
            result = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                check=False,
                cwd="/",
                start_new_session=True,
                **server_account().arguments(),
            )
            output.seek(0)
            result.stderr = output.read()
        return result


def _name_of(uid: int) -> str:
    return pwd.getpwuid(uid).pw_name


def _lock(path: Path, kind: int) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    account = server_account()
    if account.uid is not None:
        os.fchown(descriptor, account.uid, account.gid)
    fcntl.flock(descriptor, kind)
    return descriptor
