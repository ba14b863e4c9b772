"""A site as `make run` serves it: its own data folder, its own port, the database under test."""

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from scripts.temporary_postgres import stop_with_parent

PROJECT_DIR = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 180  # the first start, on two busy cores
SECONDS_TO_STOP = 20


def free_port() -> int:
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
    }
    return {key: value for key, value in os.environ.items() if key not in ours} | changes


def run_script(name: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a script that is expected to end by itself; stdout and stderr are both in `stdout`."""
    return subprocess.run(
        [sys.executable, PROJECT_DIR / "scripts" / name],
        cwd=PROJECT_DIR,
        env=plain_environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS_TO_START,
    )


class Site:
    """One data folder and port, that can be served more than once."""

    def __init__(self, data_dir: Path, database_url: str | None) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = plain_environment(DATA_DIR=str(data_dir), PORT=str(self.port))
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
        """Returns when the home page answers."""
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=PROJECT_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=stop_with_parent,
            )
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            assert self.process.poll() is None, self.output
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                self.get("/")
                return
            time.sleep(0.2)
        pytest.fail(f"The site was not served in time:\n{self.output}")

    def get(self, path: str) -> str:
        """The body at this path; raises `HTTPError` unless it is a 200."""
        with urllib.request.urlopen(self.url + path, timeout=30) as response:  # noqa: S310
            return response.read().decode()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ends the server; its exit code."""
        assert self.process
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
            assert time.monotonic() < end, f"still there: {self.processes()}"
            time.sleep(0.1)

    def manage(self, *arguments: str) -> str:
        """Runs manage.py on this site's data with the settings it is served with."""
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


@contextlib.contextmanager
def empty_database() -> Iterator[str | None]:
    """The URL of a new database on the PostgreSQL under test; None when the tests are on SQLite."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        yield None
        return
    name = f"served_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{server.rsplit('/', 1)[0]}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
