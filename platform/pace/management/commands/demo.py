"""`manage.py demo`: the whole platform on one machine, with invented families and staff."""

import http.client
import os
import signal
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.partners.models import Partner
from pace import demo_data
from pace.running.preparation import prepare
from pace.running.processes import Process, Processes


class Command(BaseCommand):
    """Prepare the database, start web, worker and scheduler, say where to go and as whom."""

    help = "Start everything on this machine with believable, invented data."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen; whether to stop after the preparation."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--prepare-only", action="store_true")

    def handle(self, *args, **options) -> None:
        """Run until Ctrl-C; leave no process behind."""
        started = time.monotonic()
        prepare(self._say)
        if options["prepare_only"]:
            return
        processes = Processes(_processes(options["port"]), _environment(), settings.BASE_DIR)
        # Set even where the shell that started us ignores them (a job in the background).
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _interrupt)
        try:
            processes.start()
            self._wait_for_web(processes, options["port"])
            self._welcome(options["port"], time.monotonic() - started)
            ended = processes.wait()
            raise CommandError(f"{ended.name} ended by itself; see its message above.")
        except KeyboardInterrupt:
            self._say("Stopping …")
        finally:
            processes.stop()

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _wait_for_web(self, processes: Processes, port: int) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                web = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                web.request("GET", "/", headers={"Host": "localhost"})
                if web.getresponse().status < 500:
                    return
            except OSError:
                time.sleep(0.2)
            if any(p.running.poll() is not None for p in processes.processes):
                break
        raise CommandError(
            f"The web server did not answer on port {port}. Is the port in use? "
            "Try: python3 manage.py demo --port 8010"
        )

    def _welcome(self, port: int, seconds: float) -> None:
        names = dict(Partner.objects.values_list("slug", "name"))
        lines = [
            "",
            f"PACE is ready after {seconds:.0f} seconds. Everyone in it is invented.",
            "",
            f"  {'Public site':<22} http://localhost:{port}/",
            f"  {'Programme':<22} http://programme.localhost:{port}/",
        ]
        lines += [f"  {names[s]:<22} http://{s}.localhost:{port}/" for s in sorted(names)]
        lines += [
            "",
            f"  Names ending in .localhost do not work here? Use http://localhost:{port}/t/mechelen/",
            "",
            f"Sign in with the password:  {demo_data.PASSWORD}",
            "",
        ]
        for person in demo_data.people():
            roles = ", ".join(person.roles)
            lines.append(f"  {person.host:<22} {person.email:<44} {roles}")
        lines += ["", "Stop with Ctrl-C."]
        self._say("\n".join(lines))


def _interrupt(_signal, _frame) -> None:
    raise KeyboardInterrupt


def _environment() -> dict[str, str]:
    paths = [str(settings.BASE_DIR), str(settings.BASE_DIR / "platform")]
    return {
        "DJANGO_SETTINGS_MODULE": "pace.settings.local",
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONWARNINGS": "ignore",
    }


def _processes(port: int) -> list[Process]:
    python = [sys.executable, "-m"]
    schedule = settings.PACE_STATE / "schedule"
    celery = [*python, "celery", "--quiet", "-A", "pace.celery"]
    worker = ["worker", "--concurrency", "1", "--loglevel", "WARNING", "--without-gossip"]
    worker += ["--without-mingle", "--without-heartbeat"]
    beat = ["beat", "--loglevel", "WARNING", "--schedule", str(schedule), "--pidfile="]
    web = [*python, "gunicorn", "pace.wsgi:application", "--bind", f"127.0.0.1:{port}"]
    web += ["--workers", "2", "--threads", "4", "--log-level", "warning"]
    web += ["--worker-tmp-dir", _quick_folder(), "--no-control-socket"]
    return [
        Process("The web server", web),
        Process("The worker", [*celery, *worker]),
        Process("The scheduler", [*celery, *beat]),
    ]


def _quick_folder() -> str:
    return "/dev/shm" if os.path.isdir("/dev/shm") else str(settings.PACE_STATE)  # noqa: PTH112, S108
