"""Long words and empty fields, as a browser lays them out."""

import signal
import sys
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request

from tests.scripts.served_site import PROJECT_DIR, Site

pytestmark = pytest.mark.looks

NARROW = 320
# No rule that runs asks for stylesheets, of which a developer's server has fifty: axe would load them all again.
AXE_OPTIONS = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
WIDER_THAN_THE_SCREEN = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return null;
  const out = [...document.querySelectorAll("body *")]
    .find(element => element.getBoundingClientRect().right > root.clientWidth + 0.5);
  return `${root.scrollWidth} px, by ${out?.outerHTML.slice(0, 120)}`;
}"""
LABELS_THAT_MEET = """() => {
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return [...document.querySelectorAll(".figure")].flatMap(figure => {
    const parts = [...figure.querySelectorAll(".figure__label, .figure__text")];
    return parts.flatMap((part, index) => parts.slice(index + 1)
      .filter(other => overlap(part.getBoundingClientRect(), other.getBoundingClientRect()))
      .map(other => `${part.textContent} / ${other.textContent}`));
  });
}"""


@pytest.fixture(scope="module")
def patterns_url(served_site: Site) -> Iterator[str]:
    """The starter site once more, served by a developer's server: visitors' own has no pattern page."""
    site = Site(served_site.data_dir, None)
    site.environment = served_site.environment | {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "SITE_URL": site.url,
    }
    manage = str(PROJECT_DIR / "manage.py")
    site.command = [sys.executable, manage, "runserver", "--noreload", str(site.port)]
    site.log = served_site.data_dir / "output_of_development"
    try:
        site.start()
        yield site.url
    finally:
        if site.process and site.process.poll() is None:
            site.stop(signal.SIGKILL)


def addresses(page: Page, url: str) -> list[str]:
    """The page with all parts, and every whole page."""
    page.goto(f"{url}/patterns/")
    pages = page.locator(".patterns-pages a").evaluate_all("links => links.map(a => a.pathname)")
    assert len(pages) > 10
    return ["/patterns/", *pages]


def load(page: Page, url: str) -> None:
    """Goes there; once more where a developer's server under load let a stylesheet or picture fall."""
    missing: list[str] = []

    def note(request: Request) -> None:
        missing.append(request.url)

    page.on("requestfailed", note)
    page.goto(url)
    if missing:
        missing.clear()
        page.reload()
    page.remove_listener("requestfailed", note)
    assert missing == []


@pytest.mark.parametrize(("language", "content"), [("", "long"), ("/en", "long"), ("", "short")])
def test_every_pattern_passes_axe_and_fits_a_narrow_screen(
    language: str, content: str, patterns_url: str, page: Page
) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    faults = []
    for path in addresses(page, patterns_url):
        load(page, f"{patterns_url}{language}{path}?content={content}")
        if too_wide := page.evaluate(WIDER_THAN_THE_SCREEN):
            faults.append(f"{path} is wider than the screen: {too_wide}")
        results = Axe().run(page, options=AXE_OPTIONS)
        if results.violations_count:
            faults.append(f"{path}: {results.generate_report()}")
    assert faults == []


@pytest.mark.parametrize("width", [NARROW, 1440])
def test_the_longest_labels_of_a_figure_leave_each_other_room(
    width: int, patterns_url: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{patterns_url}/patterns/?content=long")
    assert page.locator(".figure__label").count() > 20
    assert page.evaluate(LABELS_THAT_MEET) == []
