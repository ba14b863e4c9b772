"""No page asks anyone else for anything, sets a cookie, stores a thing or complains in the console."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Response

from tests.e2e.public_pages import PUBLIC_PAGES, PublicPage, open_menu, show, visit
from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

CATCH_REFUSALS = """
globalThis.refusals = [];
document.addEventListener("securitypolicyviolation", event => {
  globalThis.refusals.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
});
"""
STORED = """
async () => ({
  cookie: document.cookie,
  localStorage: localStorage.length,
  sessionStorage: sessionStorage.length,
  databases: (await indexedDB.databases()).length,
  caches: (await caches.keys()).length,
  serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
})
"""
NOTHING: dict[str, Any] = {
    "cookie": "",
    "localStorage": 0,
    "sessionStorage": 0,
    "databases": 0,
    "caches": 0,
    "serviceWorkers": 0,
}
FOREIGN = (
    "iframe, frame, embed, object, video, audio, link[rel~=preconnect], link[rel~=dns-prefetch]"
)


class Watched:
    """What the browser asked for, what came with the answers, and what it complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.responses: list[Response] = []
        self.complaints: list[str] = []
        page.add_init_script(CATCH_REFUSALS)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("response", lambda response: self.responses.append(response))
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, message: Any) -> None:
        # The browser itself remarks on a page that comes with 404 or 422; we mean it.
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def assert_nothing_left(self, site: Site) -> None:
        page = self.page
        page.wait_for_load_state("networkidle")
        assert [url for url in self.requests if not url.startswith((site.url, "data:"))] == []
        assert len(self.requests) >= 2, "nothing was watched"
        assert [r.url for r in self.responses if "set-cookie" in r.all_headers()] == []
        assert page.context.cookies() == []
        assert page.evaluate(STORED) == NOTHING
        assert page.locator(FOREIGN).count() == 0
        assert page.evaluate("() => globalThis.refusals") == []
        assert self.complaints == []


@pytest.mark.parametrize("public_page", PUBLIC_PAGES, ids=lambda page: page.id)
def test_a_page_asks_nobody_else_and_leaves_nothing_behind(
    public_page: PublicPage, served_site: Site, page: Page
) -> None:
    watched = Watched(page)
    visit(page, served_site, public_page)
    show(page, 375, reduced_motion="no-preference")
    open_menu(page)
    page.keyboard.press("Escape")
    page.keyboard.press("End")
    watched.assert_nothing_left(served_site)


@pytest.mark.parametrize(
    ("path", "thanks"), [("/contact/", "Dank"), ("/en/contact/", "Thank")], ids=["nl", "en"]
)
def test_a_message_is_sent_and_answered_without_a_trace(
    path: str, thanks: str, served_site: Site, page: Page, context: BrowserContext
) -> None:
    watched = Watched(page)
    page.goto(served_site.url + path)
    page.fill("input[name=name]", "Noor")
    page.fill("input[name=email]", "noor@example.com")
    page.fill("textarea[name=message]", "Mag ik langskomen?")
    page.locator(".form button").click()
    page.get_by_role("heading", level=1, name=thanks).wait_for()
    watched.assert_nothing_left(served_site)
    page.goto(served_site.url + "/")
    assert context.cookies() == []
