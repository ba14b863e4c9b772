"""The editor's preview on a front end of another origin."""

import json
import threading
from collections.abc import Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.scripts.served_site import Site
from tests.served_sites import served_copy

# Between two keys, in milliseconds. The editor takes what the form holds in its first two seconds for how it was.
PACE = 250


class FrontEnd(BaseHTTPRequestHandler):
    """Shows the title of the draft that its address has a token of, as a server that asks the API would."""

    api = ""

    def do_GET(self) -> None:
        token = parse_qs(urlsplit(self.path).query).get("token")
        if not token:
            self.send_error(404)
            return
        with urlopen(f"{self.api}/api/v1/preview?token={token[0]}") as answer:  # noqa: S310 our own
            draft = json.load(answer)
        page = f"<!doctype html><title>Front end</title><h1>{escape(draft['title'])}</h1>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", f"frame-ancestors {self.api}")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def front_end() -> Iterator[str]:
    """The address that shows drafts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), FrontEnd)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/preview"
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(
    prepared_site: Site, tmp_path: Path, front_end: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    """A starter site whose previews go to the front end."""
    monkeypatch.setenv("HEADLESS_PREVIEW_URL", front_end)
    with served_copy(prepared_site, tmp_path / "site") as site:
        monkeypatch.setattr(FrontEnd, "api", site.url)
        yield site


def test_what_she_types_shows_on_the_front_end_in_the_panel_and_in_a_tab(
    site: Site, page: Page, log_in: Any, front_end: str
) -> None:
    refused: list[str] = []
    page.on(
        "console",
        lambda said: refused.append(said.text) if "Security Policy" in said.text else None,
    )
    log_in(site)
    page.goto(f"{site.url}/admin/pages/")
    number = page.evaluate(
        """async () => (await (await fetch("/api/v1/pages/by-path?path=/")).json()).id"""
    )
    page.goto(f"{site.url}/admin/pages/{number}/edit/")
    page.get_by_role("button", name="Toon/verberg voorvertoning").click()
    panel = page.frame_locator("iframe#w-preview-iframe")
    expect(panel.locator("h1")).to_be_visible()
    page.wait_for_timeout(2000)
    title = page.locator("#id_title")
    title.fill("")
    title.press_sequentially("Nog niet bewaard", delay=PACE)
    expect(panel.locator("h1")).to_have_text("Nog niet bewaard")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Voorbeeld in een nieuw tabblad").click()
    tab = opened.value
    expect(tab.locator("h1")).to_have_text("Nog niet bewaard")
    assert tab.url.startswith(front_end)
    assert refused == []

    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(site.url)
    expect(page.get_by_text("Nog niet bewaard")).to_have_count(0)
