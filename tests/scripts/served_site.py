"""The served site of `scripts/served_site.py`, with the database under test, and scripts that end by themselves."""

import contextlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator

import psycopg

from scripts.served_site import (
    PROJECT_DIR,
    SECONDS_TO_START,
    Site,
    being_served,
    free_port,
    plain_environment,
)

__all__ = [
    "PROJECT_DIR",
    "Site",
    "being_served",
    "copied_database",
    "drop_database",
    "free_port",
    "make_database",
    "plain_environment",
    "run_script",
]


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


@contextlib.contextmanager
def copied_database(original: str | None) -> Iterator[str | None]:
    """The URL of a copy of that database, which nobody may be using; None for None."""
    if original is None:
        yield None
        return
    url = make_database(f"CREATE DATABASE {{name}} TEMPLATE {original.rsplit('/', 1)[1]}")
    try:
        yield url
    finally:
        drop_database(url)


def make_database(command: str = "CREATE DATABASE {name}") -> str | None:
    """The URL of a new database on the PostgreSQL under test; None when the tests are on SQLite."""
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        return None
    name = f"served_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(command.format(name=name).encode())
    return f"{server.rsplit('/', 1)[0]}/{name}"


def drop_database(url: str | None) -> None:
    """Removes what `make_database` made, whoever is using it; nothing for None."""
    if url:
        with psycopg.connect(os.environ["TEST_DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {url.rsplit('/', 1)[1]} WITH (FORCE)".encode())
