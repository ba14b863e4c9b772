"""The weight of a first visit on a phone, as it comes over the wire, and a page that stays where it is.

The limits are the design's own. A first visit is what loads before one scrolls; what scrolling adds is
printed (`pytest -rP`). Pictures are what the browser asks for as a picture; the icon, which Chromium asks for itself,
counts as a request and as bytes, but not as a picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.public_pages import PUBLIC_PAGES, TREATMENTS, PublicPage, visit
from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

KB = 1000
REQUESTS = 6  # of a treatment page
REQUESTS_ELSEWHERE = 8  # a list has a picture for each of its first entries
WITHOUT_PICTURES, WITH_PICTURES = 60 * KB, 150 * KB
STYLES, SCRIPTS = 12 * KB, 3 * KB
LAYOUT_SHIFT = 0.001  # rounding; 0.1 is what others call good

WATCH_SHIFTS = """
globalThis.shifts = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) globalThis.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""
SCROLL_THROUGH = """
async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo({top: y, behavior: "instant"});
    await new Promise(done => setTimeout(done, 60));
  }
}
"""


@dataclass
class Traffic:
    """What came over the wire: bytes with their headers, by the browser's kind of resource."""

    addresses: list[str] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    loaded: list[tuple[str, int]] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._loaded)
        session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.addresses.append(event["request"]["url"])

    def _answered(self, event: dict[str, Any]) -> None:
        self.kinds[event["requestId"]] = event["type"]

    def _loaded(self, event: dict[str, Any]) -> None:
        kind = self.kinds.get(event["requestId"], "Other")
        self.loaded.append((kind, int(event["encodedDataLength"])))

    def bytes(self, *kinds: str) -> int:
        return sum(size for kind, size in self.loaded if not kinds or kind in kinds)

    def __str__(self) -> str:
        parts = ", ".join(f"{kind} {size}" for kind, size in self.loaded)
        return f"{len(self.addresses)} requests, {self.bytes()} bytes ({parts})"


@pytest.fixture
def phone(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Page]:
    """A page on a phone that has never been here; the parameter is its device pixel ratio."""
    with browser.new_context(
        **browser_context_args,
        viewport={"width": 375, "height": 812},
        device_scale_factor=request.param,
        is_mobile=True,
        has_touch=True,
    ) as context:
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        yield page


VISITS = [
    *(
        pytest.param(page, 3, id=f"{page.id}-dpr3")
        for page in PUBLIC_PAGES
        if page.name != "contact-errors"  # by then the browser has what the form came with
    ),
    *(pytest.param(page, 2, id=f"{page.id}-dpr2") for page in TREATMENTS),
]


@pytest.mark.parametrize(("public_page", "phone"), VISITS, indirect=["phone"])
def test_a_first_visit_is_light_and_nothing_jumps(
    public_page: PublicPage, served_site: Site, phone: Page
) -> None:
    traffic = Traffic()
    traffic.watch(phone)
    visit(phone, served_site, public_page)
    phone.wait_for_load_state("networkidle")
    first = str(traffic)
    most = REQUESTS if public_page in TREATMENTS else REQUESTS_ELSEWHERE
    assert len(traffic.addresses) <= most, traffic.addresses
    assert traffic.bytes("Document") > KB, "nothing was counted"
    assert traffic.bytes("Stylesheet") <= STYLES, traffic
    assert traffic.bytes("Script") <= SCRIPTS, traffic
    assert traffic.bytes() - traffic.bytes("Image") <= WITHOUT_PICTURES, traffic
    assert traffic.bytes() <= WITH_PICTURES, traffic

    phone.evaluate(SCROLL_THROUGH)
    phone.wait_for_load_state("networkidle")
    shifted = phone.evaluate("() => globalThis.shifts")
    print(f"First visit: {first}; after scrolling: {traffic}; layout shift {shifted}")  # noqa: T201
    assert shifted <= LAYOUT_SHIFT
