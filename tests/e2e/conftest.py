"""A real browser."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.find_chromium import HOW_TO_GET_IT, find_chromium
from tests.e2e.public_pages import PUBLIC_PAGES, visit
from tests.scripts.served_site import Site
from tests.served_sites import PASSWORD

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


@pytest.fixture(scope="module")
def only_tab(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """One for all pages of a module: a browser takes three times as long to open another for each."""
    with browser.new_context(**browser_context_args, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture(
    scope="module", params=PUBLIC_PAGES, ids=[public_page.id for public_page in PUBLIC_PAGES]
)
def visited(request: pytest.FixtureRequest, served_site: Site, only_tab: Page) -> Page:
    """Each public page in turn, loaded once for all tests of a module; `show` gives it a screen."""
    only_tab.goto("about:blank")
    only_tab.set_viewport_size({"width": 1280, "height": 720})
    only_tab.emulate_media(
        media="null", color_scheme="light", reduced_motion="reduce", forced_colors="none"
    )
    visit(only_tab, served_site, request.param)
    return only_tab


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
