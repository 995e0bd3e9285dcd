"""The same code on a PostgreSQL server of one's own: by URL, over TCP, with passwords."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from pace.database.roles import password_of
from pace.embedded.cluster import Cluster

SECRET = "a secret of the tests"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server():
    """A server that knows nothing of us yet, listening on the loopback with SCRAM passwords."""
    folder = Path(tempfile.mkdtemp(prefix="pace-external-"))
    folder.chmod(0o755)
    cluster = Cluster(folder / "postgresql", throwaway=True)
    cluster.ensure_running()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cluster.run_sql("ALTER SYSTEM SET listen_addresses = '127.0.0.1'")
    hba = cluster.data / "pg_hba.conf"
    hba.write_text(hba.read_text() + "host all all 127.0.0.1/32 scram-sha-256\n")
    cluster._pg_ctl("restart", "-w", "-o", f"-k {cluster.socket_directory} -p {port}")
    yield cluster, port
    cluster._pg_ctl("stop", "-m", "immediate", "-w")
    cluster.release()
    shutil.rmtree(folder, ignore_errors=True)


def manage(port, *arguments):
    """Run a command of manage.py against the external server."""
    environment = os.environ | {
        "DATABASE_URL": f"postgres://127.0.0.1:{port}/pace",
        "PACE_DATABASE_SECRET": SECRET,
        "DJANGO_SETTINGS_MODULE": "pace.settings.local",
    }
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def prepared(server):
    """The server after an administrator ran the script that `install --print` shows."""
    cluster, port = server
    script = manage(port, "install", "--print").stdout
    command = [cluster.program("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-U", "postgres"]
    command += ["-h", str(cluster.socket_directory), "-p", str(port), "-d", "postgres"]
    result = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    upgraded = manage(port, "partner", "upgrade")
    assert upgraded.returncode == 0, upgraded.stderr
    created = manage(port, "partner", "create", "gent", "--administrator", "a@site.example")
    assert created.returncode == 0, created.stderr
    return port


def connect(port, role, password):
    return psycopg.connect(
        host="127.0.0.1", port=port, dbname="pace", user=role, password=password, autocommit=True
    )


def test_a_site_is_made_there_and_its_role_signs_in_with_its_own_password(prepared):
    role = "pace_be_gent"
    with connect(prepared, role, password_of(role, SECRET)) as connection:
        found = connection.execute("SELECT current_schema(), count(*) FROM accounts_user")
        assert found.fetchone() == ("t_be_gent", 1)


def test_another_roles_password_does_not_open_it(prepared):
    with pytest.raises(psycopg.OperationalError):
        connect(prepared, "pace_be_gent", password_of("pace_router", SECRET))


def test_the_router_reads_hosts_and_nothing_of_the_site(prepared):
    role = "pace_router"
    with connect(prepared, role, password_of(role, SECRET)) as connection:
        assert connection.execute("SELECT domain FROM partners_domain").fetchone()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM t_be_gent.accounts_user")


def test_the_queue_is_there(prepared):
    role = "pace_queue"
    with connect(prepared, role, password_of(role, SECRET)) as connection:
        connection.execute("SELECT pgmq.create('try')")
        connection.execute("SELECT pgmq.send('try', '{}')")
        waiting = connection.execute("SELECT queue_length FROM pgmq.metrics('try')")
        assert waiting.fetchone() == (1,)
