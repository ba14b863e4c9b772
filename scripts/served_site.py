"""A site as `make run` serves it, on a port and a data folder of its own; for tests and for tools that visit it."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from temporary_postgres import stop_with_parent

PROJECT_DIR = Path(__file__).resolve().parents[1]
SECONDS_TO_START = 180  # the first start, on two busy cores
SECONDS_TO_STOP = 20
SECONDS_FOR_PICTURES = 120


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def plain_environment(**changes: str) -> dict[str, str]:
    """This process's variables without those that would change how the site starts."""
    ours = {
        "DJANGO_SETTINGS_MODULE",
        "DATABASE_URL",
        "DATA_DIR",
        "SECRET_KEY",
        "SITE_URL",
        "EMAIL_URL",
        "PORT",
        "SEARCH_ENGINES",
        "API_ALLOWED_ORIGINS",
        "API_RATE_LIMIT",
        "CLIENT_ADDRESS_HEADER",
        "CLOUDFLARE_ZONE_ID",
        "CLOUDFLARE_API_TOKEN",
        "CLOUDFRONT_DISTRIBUTION_ID",
    }
    return {key: value for key, value in os.environ.items() if key not in ours} | changes


def wait_for_pictures(get: Callable[[str], str]) -> None:
    """Returns when each picture is there in every size, as far as what `get` finds at a path tells."""
    end = time.monotonic() + SECONDS_FOR_PICTURES
    pictures = json.loads(get("/api/v1/images?limit=100"))["items"]
    while not all(json.loads(get(f"/api/v1/images/{each['id']}"))["sources"] for each in pictures):
        if time.monotonic() > end:
            raise RuntimeError("The pictures were not made in time.")
        time.sleep(0.5)


def _as_from_a_terminal() -> None:
    """For `preexec_fn`: under `nohup` the server would take it that a closed terminal is not to stop it."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    stop_with_parent()


class Site:
    """One data folder and port, that can be served more than once."""

    def __init__(self, data_dir: Path, database_url: str | None = None) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = plain_environment(
            DATA_DIR=str(data_dir),
            PORT=str(self.port),
            SEARCH_ENGINES="admit",  # as on the site itself: Lighthouse looks whether it can be listed
            API_RATE_LIMIT="off",  # whoever visits it for us comes from one address
        )
        if database_url:
            self.environment["DATABASE_URL"] = database_url
        self.command = [sys.executable, str(PROJECT_DIR / "scripts" / "serve.py")]
        self.log = data_dir / "output"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def output(self) -> str:
        """What the last start printed so far."""
        return self.log.read_text()

    def start(self) -> None:
        """Returns when the home page answers; RuntimeError, with what it printed, if it never does."""
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=PROJECT_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=_as_from_a_terminal,
            )
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"The site stopped while it started:\n{self.output}")
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                self.get("/")
                return
            time.sleep(0.2)
        raise RuntimeError(f"The site was not served in time:\n{self.output}")

    def get(self, path: str) -> str:
        """The body at this path; raises `HTTPError` unless it is a 200."""
        with urllib.request.urlopen(self.url + path, timeout=30) as response:  # noqa: S310
            return response.read().decode()

    def wait_for_pictures(self) -> None:
        """Returns when each picture that visitors see is there in every size."""
        wait_for_pictures(self.get)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ends the server; its exit code."""
        assert self.process  # noqa: S101
        self.process.send_signal(how)
        return self.process.wait(timeout=SECONDS_TO_STOP)

    def processes(self) -> list[int]:
        """Every process that has this site's data folder in its environment."""
        marker = f"DATA_DIR={self.data_dir}\0".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if marker in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
        return found

    def wait_for_processes_to_end(self) -> None:
        end = time.monotonic() + SECONDS_TO_STOP
        while self.processes():
            if time.monotonic() > end:
                raise RuntimeError(f"still there: {self.processes()}")
            time.sleep(0.1)

    def manage(self, *arguments: str) -> str:
        """Runs manage.py on this site's data with the settings it is served with; what it printed."""
        secret = (self.data_dir / "secret_key").read_text()
        variables = {
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "SECRET_KEY": secret,
            "SITE_URL": self.url,
        }
        return subprocess.run(
            [sys.executable, PROJECT_DIR / "manage.py", *arguments],
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def run_script(self, name: str, *arguments: str) -> str:
        """Runs a script of this folder on this site's data, with its settings; what it printed."""
        return subprocess.run(
            [sys.executable, PROJECT_DIR / "scripts" / name, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout


@contextlib.contextmanager
def being_served(site: Site) -> Iterator[Site]:
    """Serves the site as long as the block lasts."""
    try:
        site.start()
        yield site
    finally:
        if site.process and site.process.poll() is None:
            site.stop()
        site.wait_for_processes_to_end()


@contextlib.contextmanager
def temporary_site(database_url: str | None = None) -> Iterator[Site]:
    """A fresh site with the starter content, being served; all of it but its database is gone afterwards."""
    print("Making a fresh site (half a minute) ...", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="site-", ignore_cleanup_errors=True) as folder,
        being_served(Site(Path(folder), database_url)) as site,
    ):
        site.wait_for_pictures()
        yield site
