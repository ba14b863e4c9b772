"""The served site while its PostgreSQL is stopped under load, and after it has come back."""

import http.client
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from scripts.served_site import Site, being_served
from scripts.temporary_postgres import (
    HOW_TO_GET_IT,
    PostgresServer,
    find_binaries,
    postgres_server,
)
from tests.served_sites import MAKE_PRACTITIONER, PASSWORD

PAGES = ("/", "/en/", "/behandelingen/psoas-release/", "/blog/", "/sitemap.xml", "/api/v1/site")
RENAME = """
from home.models import HomePage
page = HomePage.objects.get(locale__language_code="nl")
page.title = "Na de storing"
page.save_revision().publish()
"""
SECONDS_TO_RECOVER = 10


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    binaries = find_binaries()
    if binaries is None:
        pytest.skip(f"no PostgreSQL ({HOW_TO_GET_IT})")
    with postgres_server(binaries) as running:
        yield running


class Visitor(threading.Thread):
    """Reads one page again and again; `statuses` has what it was answered."""

    def __init__(self, site: Site, path: str) -> None:
        super().__init__(daemon=True)
        self.site, self.path = site, path
        self.statuses: list[int] = []
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.is_set():
            connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
            connection.request("GET", self.path)
            response = connection.getresponse()
            response.read()
            self.statuses.append(response.status)
            connection.close()
            time.sleep(0.01)


def log_in(site: Site) -> requests.Session:
    session = requests.Session()
    session.get(f"{site.url}/admin/login/")
    form = {
        "username": "praktijk",
        "password": PASSWORD,
        "csrfmiddlewaretoken": session.cookies["csrftoken"],
    }
    answer = session.post(f"{site.url}/admin/login/", form, headers={"Referer": site.url})
    assert "Wat wil je doen?" in answer.text
    return session


def test_visitors_keep_their_pages_and_she_is_told_plainly(
    server: PostgresServer, tmp_path: Path
) -> None:
    with being_served(Site(tmp_path, server.url)) as site:
        site.manage("shell", "-v0", "-c", MAKE_PRACTITIONER)
        editor = log_in(site)
        visitors = [Visitor(site, path) for path in PAGES]
        for path in PAGES:
            site.get(path)
        for visitor in visitors:
            visitor.start()
        time.sleep(1)
        server.stop()
        counted = {visitor.path: len(visitor.statuses) for visitor in visitors}
        told = editor.get(f"{site.url}/admin/")
        unknown = requests.get(f"{site.url}/privacy/", timeout=30)
        time.sleep(2)
        served = {
            visitor.path: len(visitor.statuses) - counted[visitor.path] for visitor in visitors
        }
        server.start()
        end = time.monotonic() + SECONDS_TO_RECOVER
        while requests.get(f"{site.url}/privacy/", timeout=30).status_code != 200:
            assert time.monotonic() < end
            time.sleep(0.2)
        assert "Wat wil je doen?" in editor.get(f"{site.url}/admin/").text
        site.manage("shell", "-v0", "-c", RENAME)
        assert "Na de storing" in site.get("/")
        for visitor in visitors:
            visitor.over.set()
        for visitor in visitors:
            visitor.join(30)
    assert (told.status_code, unknown.status_code) == (503, 503)
    assert "De database geeft geen antwoord" in told.text
    assert "Kom over een minuut terug" in unknown.text
    assert min(served.values()) > 10
    assert {visitor.path: set(visitor.statuses) for visitor in visitors} == {
        path: {200} for path in PAGES
    }
