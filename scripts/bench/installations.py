"""Copies of one site with the starter content, each with a database and files of its own, as `deploy/` runs them."""

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
from deployed_site import DeployedSite
from served_site import PROJECT_DIR, wait_for_pictures

from bench.answers import ask

FIRST = "starter"  # the database that the others are copied from


class Installations:
    """Makes them in a folder and on a PostgreSQL, which are gone afterwards."""

    def __init__(self, folder: Path, postgres_url: str) -> None:
        self._folder, self._postgres_url = folder, postgres_url

    def make_first(self) -> None:
        """Makes the one that the others are copies of, with every picture in its sizes; it is stopped again."""
        site = self._site(FIRST, self.empty_database(FIRST))
        with contextlib.ExitStack() as stack:
            start(site, stack, "application")
            wait_for_pictures(lambda path: ask(site.app_url + path).body.decode())
        shutil.rmtree(site.data_dir / "cache", ignore_errors=True)

    def copied(self, name: str, **environment: str) -> DeployedSite:
        """Another, which is not started yet; `environment` adds to its variables."""
        url = self.empty_database(name, template=FIRST)
        shutil.copytree(self._folder / FIRST / "data", self._folder / name / "data")
        return self._site(name, url, **environment)

    def empty_database(self, name: str, template: str = "template1") -> str:
        """The URL of a new database, a copy of that one, which nobody may be using."""
        with psycopg.connect(self._postgres_url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return f"{self._postgres_url.rsplit('/', 1)[0]}/{name}"

    def _site(self, name: str, url: str, **environment: str) -> DeployedSite:
        folder = self._folder / name
        site = DeployedSite(folder, folder / "data", url, https=False, **environment)
        site.prepare()
        return site


def start(site: DeployedSite, stack: contextlib.ExitStack, *parts: str) -> None:
    """Starts these parts, or all; they are stopped when `stack` ends."""
    stack.callback(lambda: site.stop())  # those that run by then
    site.start(*parts)


def run_script(site: DeployedSite, name: str, *arguments: str) -> str:
    """Runs a script of `scripts/` on this site's data; what it printed."""
    return subprocess.run(
        [sys.executable, PROJECT_DIR / "scripts" / name, *arguments],
        env=site.environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
