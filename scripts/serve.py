"""`make run`: prepares the site and serves it with gunicorn from this same process, until Ctrl-C.

One process imports Django once, so that a second start takes seconds; the workers are its forks.
"""

import ctypes
import errno
import os
import signal
import socket
import subprocess
import sys
from importlib import import_module

from prepare_site import prepare_site
from site_environment import PROJECT_DIR, port

HOST = "127.0.0.1"
WORKERS, THREADS = 2, 4
SECONDS_TO_FINISH = 5  # what a request gets when the server stops
PR_SET_PDEATHSIG = 1


def require_free_port(number: int) -> None:
    """Ends the process with a sentence when nothing can be served on this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except OSError as error:
            reason = (
                "is taken" if error.errno == errno.EADDRINUSE else f"refused ({error.strerror})"
            )
            other = number + 1 if 1024 <= number < 65535 else 8000
            sys.exit(
                f"Port {number} {reason}: stop what uses it (perhaps this site, running already), "
                f"or choose another with `make run PORT={other}`."
            )


class PeriodicJobs:
    """The loop of timed work (publishing on a date, deleting old messages), beside the server."""

    def __init__(self) -> None:
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, PROJECT_DIR / "manage.py", "run_periodic_jobs"],
            cwd=PROJECT_DIR,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is the server's to handle
            preexec_fn=self._stop_with_parent,
        )

    def stop(self) -> None:
        if self.process:
            self.process.terminate()

    @staticmethod
    def _stop_with_parent() -> None:
        """Linux ends the loop even when the server is killed without a chance to do it itself."""
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def announce_site() -> None:
    from django.conf import settings

    address = f"http://{HOST}:{port()}"
    if address != settings.SITE_URL:
        print(f"Listening on {address}, as {settings.SITE_URL}.")
    print(
        "The site is running.",
        f"  Dutch:    {settings.SITE_URL}/",
        f"  English:  {settings.SITE_URL}/en/",
        f"  Admin:    {settings.SITE_URL}/admin/  (log in as `admin`; "
        "lost the password? `make admin` makes a new one)",
        "Ctrl-C stops it; `make run` starts it again with everything you wrote.",
        sep="\n",
        flush=True,
    )


def serve(with_jobs: bool = True) -> None:
    """Runs gunicorn until it is told to stop; never returns."""
    from django.conf import settings
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    jobs = PeriodicJobs()
    survives_hangup = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN  # as under nohup

    def when_ready(arbiter) -> None:
        # gunicorn takes a closed terminal (SIGHUP) for `reload`, and would keep the port for ever.
        def stop(*_) -> None:
            arbiter.signal(signal.SIGTERM, None)

        signal.signal(signal.SIGHUP, signal.SIG_IGN if survives_hangup else stop)
        if with_jobs:
            jobs.start()
        announce_site()

    def worker_exit(arbiter, worker) -> None:
        # Python would take seconds to take all of Django down, and Ctrl-C would feel stuck.
        if worker.booted:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)

    class Server(BaseApplication):
        def load_config(self) -> None:
            options = {
                "bind": f"{HOST}:{port()}",
                "workers": WORKERS,
                "threads": THREADS,
                "worker_class": "gthread",
                "preload_app": True,
                "graceful_timeout": SECONDS_TO_FINISH,
                "control_socket_disable": True,  # it would write into the user's home folder
                "limit_request_line": 8190,  # bytes; a long path as a parameter, each character in nine
                "loglevel": "warning",
                "proc_name": settings.WAGTAIL_SITE_NAME,
                "when_ready": when_ready,
                "worker_exit": worker_exit,
                "on_exit": lambda _: jobs.stop(),
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self):
            from config.wsgi import application

            import_module(settings.ROOT_URLCONF)  # now, so that no visitor waits for it
            connections.close_all()  # a connection shared between processes breaks
            return application

    Server().run()


if __name__ == "__main__":
    os.chdir(PROJECT_DIR)
    try:
        require_free_port(port())
        prepare_site()
    except KeyboardInterrupt:
        sys.exit("\nStopped before the site was ready: `make run` goes on where this ended.")
    serve(with_jobs="--without-jobs" not in sys.argv)
