"""A real browser, and the site as `make run` serves it."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.find_chromium import HOW_TO_GET_IT, find_chromium
from tests.scripts.served_site import Site, empty_database

PASSWORD = "een-lange-wachtzin"
MAKE_PRACTITIONER = f"""
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
user = get_user_model().objects.create_user("praktijk", "praktijk@example.com", "{PASSWORD}")
user.groups.add(Group.objects.get(name="Praktijkhouder"))
"""

expect.set_options(timeout=15_000)
# Playwright keeps an event loop in this thread until the session ends, and Django would refuse its database to every
# test that comes after. Those run one after the other as ever.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests are skipped, and say how to get one."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and find_chromium() is None:
            item.add_marker(pytest.mark.skip(reason=f"no Chromium ({HOW_TO_GET_IT})"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return browser_type_launch_args | {
        "executable_path": find_chromium(),
        "args": [
            "--no-sandbox",  # CI runs as root
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {"locale": "nl-NL"}


def serve(data_dir: Path) -> Iterator[Site]:
    with empty_database() as url:
        site = Site(data_dir, url)
        try:
            site.start()
            site.manage("shell", "-c", MAKE_PRACTITIONER)
            yield site
        finally:
            if site.process and site.process.poll() is None:
                site.stop(signal.SIGKILL)
                site.wait_for_processes_to_end()


@pytest.fixture(scope="session")
def served_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The starter site; tests that use this one only read it."""
    yield from serve(tmp_path_factory.mktemp("served"))


@pytest.fixture
def edited_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A starter site of the test's own, to change at will."""
    yield from serve(tmp_path_factory.mktemp("edited"))


@pytest.fixture
def log_in(page: Page) -> Any:
    """Logs the browser in as the practitioner: `log_in(site)`."""

    def run(site: Site) -> None:
        page.goto(f"{site.url}/admin/")
        page.fill("input[name=username]", "praktijk")
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        expect(page.get_by_role("heading", name="Wat wil je doen?")).to_be_visible()

    return run
