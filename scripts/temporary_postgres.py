"""A throw-away PostgreSQL for tests: in a temporary folder, gone when its block or command ends.

    python scripts/temporary_postgres.py -- make test

sets `TEST_DATABASE_URL` for that command and passes its exit code on.
"""

import contextlib
import ctypes
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

HOW_TO_GET_IT = "sudo apt-get install postgresql, or set TEST_DATABASE_URL to one you have"
START_SECONDS = 60
SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",  # the data go anyway, so nothing needs to be safe on disk
    "synchronous_commit=off",
    "full_page_writes=off",
)
PR_SET_PDEATHSIG = 1


def find_binaries() -> Path | None:
    """The folder with `initdb` and `postgres`: that of `PATH`, else Debian's newest, else None."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(debian, key=lambda path: [int(n) for n in re.findall(r"\d+", str(path))])[
        ::-1
    ]
    return next((f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()), None)


class PostgresServer:
    """A new cluster in a folder; `url` is that of a superuser's database."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.binaries, self.folder = binaries, folder
        password = secrets.token_hex(16)
        (folder / "password").write_text(password)
        self.port = _free_port()
        self.url = f"postgres://postgres:{password}@127.0.0.1:{self.port}/postgres"
        self._identity = _hand_over(folder)
        self._process: subprocess.Popen | None = None

    def make(self) -> None:
        with self._log() as log:
            subprocess.run(
                _initdb_command(self.binaries, self.folder),
                check=True,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                **self._identity,
            )

    def start(self) -> None:
        """Returns when it answers; TimeoutError if it does not."""
        with self._log() as log:
            self._process = subprocess.Popen(
                _server_command(self.binaries, self.folder, self.port),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is this process's to handle
                preexec_fn=stop_with_parent,
                **self._identity,
            )
        _wait_until_ready(self._process, self.folder / "data" / "postmaster.pid")

    def stop(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """SIGQUIT: at once, since the data go anyway; SIGINT: ends all connections, and keeps the data."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(timeout=30)

    def _log(self) -> TextIO:
        return (self.folder / "log").open("a")


@contextlib.contextmanager
def postgres_server(binaries: Path) -> Iterator[PostgresServer]:
    """One that can be stopped and started; RuntimeError if it won't start."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = PostgresServer(binaries, folder)
    try:
        try:
            server.make()
            server.start()
        except (subprocess.CalledProcessError, TimeoutError) as error:
            last_lines = (folder / "log").read_text(errors="replace")[-2000:]
            raise RuntimeError(f"PostgreSQL did not start:\n{last_lines}") from error
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def temporary_postgres(binaries: Path) -> Iterator[str]:
    """Yields the URL of a superuser's database in a new cluster; RuntimeError if it won't start."""
    with postgres_server(binaries) as server:
        yield server.url


def _initdb_command(binaries: Path, folder: Path) -> list[str]:
    return [
        str(binaries / "initdb"),
        f"--pgdata={folder / 'data'}",
        f"--pwfile={folder / 'password'}",
        "--username=postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]


def _server_command(binaries: Path, folder: Path, port: int) -> list[str]:
    options = [part for setting in SETTINGS for part in ("-c", setting)]
    return [str(binaries / "postgres"), "-D", str(folder / "data"), "-p", str(port), *options]


def _hand_over(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root: gives the folder to another account then.

    Returns what makes `subprocess` run as that account; nothing when this one will do.
    """
    if os.geteuid() != 0:
        return {}
    try:
        owner = pwd.getpwnam("postgres")
    except KeyError:
        owner = pwd.getpwnam("nobody")
    for path in (folder, *folder.iterdir()):
        os.chown(path, owner.pw_uid, owner.pw_gid)
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def stop_with_parent() -> None:
    """For `preexec_fn`: Linux ends the child even when its parent is killed without warning."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_ready(server: subprocess.Popen, pid_file: Path) -> None:
    """The server writes `ready` last in its pid file; `pg_ctl --wait` reads the same."""
    end = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < end:
        with contextlib.suppress(FileNotFoundError):
            if pid_file.read_text().rstrip().endswith("ready"):
                return
        time.sleep(0.05)
    raise TimeoutError


def end_on_sigterm() -> None:
    """Lets a SIGTERM unwind the stack, so that every `finally` runs."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def main(command: list[str]) -> int:
    if not command:
        sys.exit("Say which command to run: python scripts/temporary_postgres.py -- make test")
    binaries = find_binaries()
    if binaries is None:
        sys.exit(f"PostgreSQL is not installed: {HOW_TO_GET_IT}.")
    end_on_sigterm()
    with temporary_postgres(binaries) as url:
        child = subprocess.Popen(command, env=os.environ | {"TEST_DATABASE_URL": url})
        try:
            return child.wait()
        finally:
            child.terminate()
            child.wait()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    try:
        sys.exit(main(arguments[1:] if arguments[:1] == ["--"] else arguments))
    except RuntimeError as failure:
        sys.exit(str(failure))
