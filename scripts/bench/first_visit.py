"""What a phone fetches the first time it opens a page: how many requests, and how many bytes over the wire."""

from collections import Counter
from collections.abc import Iterator

import find_chromium
from playwright.sync_api import Browser, Request, ViewportSize, sync_playwright

PHONE = ViewportSize(width=375, height=667)  # CSS pixels
DENSITY = 3  # of its own to each of those


def visits(urls: dict[str, str]) -> Iterator[tuple[str, Counter[str], Counter[str]]]:
    """For each page its name, and requests and bytes (headers included) by kind, nothing kept from the one before.

    Pictures that are far below the window stay out, since a browser leaves them until they come near.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium.find_chromium(), args=["--no-sandbox"]
        )
        for name, url in urls.items():
            yield name, *_visit(browser, url)
        browser.close()


def _visit(browser: Browser, url: str) -> tuple[Counter[str], Counter[str]]:
    requests: list[Request] = []
    with browser.new_context(viewport=PHONE, device_scale_factor=DENSITY) as context:
        page = context.new_page()
        page.on("requestfinished", lambda request: requests.append(request))
        page.goto(url, wait_until="networkidle")
        return by_kind(requests)


def by_kind(requests: list[Request]) -> tuple[Counter[str], Counter[str]]:
    """How many of each kind (document, stylesheet, script, font, image), and how many bytes."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for request in requests:
        if request.url.startswith("data:"):
            continue
        size = request.sizes()
        counts[request.resource_type] += 1
        sizes[request.resource_type] += size["responseBodySize"] + size["responseHeadersSize"]
    return counts, sizes
