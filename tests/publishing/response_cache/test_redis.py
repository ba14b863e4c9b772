"""Answers shared by several machines, through a real Redis."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis

from config import stores
from home.models import StandardPage
from scripts.served_site import free_port
from scripts.temporary_postgres import stop_with_parent
from tests.factories.tree import make_page

pytestmark = pytest.mark.django_db

SECONDS_TO_START = 20


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a Redis of the test's own, which keeps nothing."""
    command = shutil.which("redis-server") or shutil.which("valkey-server")
    if command is None:
        pytest.skip("no Redis (sudo apt-get install redis-server)")
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen([command, *options], stdout=log, preexec_fn=stop_with_parent)
    client = redis.Redis(port=port)
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end:
        try:
            client.ping()
            break
        except redis.ConnectionError:
            time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(timeout=SECONDS_TO_START)


def test_another_machine_gives_what_one_has_made(
    server: str, home: Any, settings: Any, monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    monkeypatch.setenv("CACHE_URL", server)
    settings.CACHES = stores.caches()
    site = request.getfixturevalue("site")
    about = make_page(StandardPage, home, title="Over mij", slug="over-mij")
    other = site.another_process()
    first = site.get("/over-mij/")
    assert site.get("/over-mij/", cache=other) == first
    assert len(site.asked) == 1
    about.title = "Anders"
    about.save_revision().publish()
    assert b"Anders" in site.get("/over-mij/", cache=other).body
    assert redis.Redis.from_url(server).dbsize()


def test_a_cache_that_is_away_costs_a_visitor_no_page(
    home: Any, settings: Any, monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    monkeypatch.setenv("CACHE_URL", f"redis://127.0.0.1:{free_port()}/0")
    settings.CACHES = settings.CACHES | {"responses": stores.caches()["responses"]}
    make_page(StandardPage, home, title="Over mij", slug="over-mij")
    site = request.getfixturevalue("site")
    assert site.get("/over-mij/").status == 200
    assert site.get("/over-mij/").status == 200
    assert len(site.asked) == 1
