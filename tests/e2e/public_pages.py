"""Every kind of page that a visitor can meet on the starter site, and how to bring a browser there."""

from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, Response

from tests.scripts.served_site import Site

IN_PAGE = Path(__file__).parent / "in_page"
PHONE, DESK = 320, 1440  # CSS pixels: the narrowest screen we promise, and a wide one


class PublicPage(NamedTuple):
    """`name` says what kind of page it is; pages of one name are each other's translation."""

    name: str
    language: str
    path: str
    status: int = 200

    @property
    def id(self) -> str:
        return f"{self.name}-{self.language}"


PUBLIC_PAGES = [
    PublicPage("home", "nl", "/"),
    PublicPage("home", "en", "/en/"),
    PublicPage("treatments", "nl", "/behandelingen/"),
    PublicPage("treatments", "en", "/en/treatments/"),
    PublicPage("treatment", "nl", "/behandelingen/psoas-release/"),
    PublicPage("treatment", "en", "/en/treatments/psoas-release/"),
    PublicPage("standard", "nl", "/over-mij/"),
    PublicPage("standard", "en", "/en/about/"),
    PublicPage("posts", "nl", "/blog/"),
    PublicPage("posts", "en", "/en/blog/"),
    PublicPage("post", "nl", "/blog/een-beweging-afmaken/"),
    PublicPage("post", "en", "/en/blog/finishing-a-movement/"),
    PublicPage("category", "nl", "/blog/categorie/adem-en-rust/"),
    PublicPage("category", "en", "/en/blog/category/breath-and-rest/"),
    PublicPage("topic", "nl", "/blog/onderwerp/zenuwstelsel/"),
    PublicPage("topic", "en", "/en/blog/topic/nervous-system/"),
    PublicPage("year", "nl", "/blog/2026/"),
    PublicPage("year", "en", "/en/blog/2026/"),
    # On one page each, so that no database has another order.
    PublicPage("search-found", "nl", "/zoeken/?q=roofdier"),
    PublicPage("search-found", "en", "/en/search/?q=predator"),
    PublicPage("search-mended", "nl", "/zoeken/?q=roofdeir"),
    PublicPage("search-mended", "en", "/en/search/?q=predatro"),
    PublicPage("search-nothing", "nl", "/zoeken/?q=zeilboot"),
    PublicPage("search-nothing", "en", "/en/search/?q=sailboat"),
    PublicPage("contact", "nl", "/contact/"),
    PublicPage("contact", "en", "/en/contact/"),
    PublicPage("contact-errors", "nl", "/contact/", 422),
    PublicPage("contact-errors", "en", "/en/contact/", 422),
    PublicPage("contact-thanks", "nl", "/contact/?sent=1"),
    PublicPage("contact-thanks", "en", "/en/contact/?sent=1"),
    PublicPage("privacy", "nl", "/privacy/"),
    PublicPage("privacy", "en", "/en/privacy/"),
    PublicPage("not-found", "nl", "/nergens/", 404),
    PublicPage("not-found", "en", "/en/nowhere/", 404),
]
DUTCH_PAGES = [page for page in PUBLIC_PAGES if page.language == "nl"]
in_dutch = pytest.mark.parametrize(
    "visited", DUTCH_PAGES, ids=[page.id for page in DUTCH_PAGES], indirect=True, scope="module"
)  # for what does not depend on the language
TREATMENTS = [page for page in PUBLIC_PAGES if page.name == "treatment"]


def visit(page: Page, site: Site, public_page: PublicPage) -> Response:
    """Goes there as a visitor would; the answer is the one that the page was shown from."""
    answer = page.goto(site.url + public_page.path, wait_until="load")
    if public_page.name == "contact-errors":
        page.fill("input[name=name]", "Noor")
        with page.expect_response(lambda response: response.request.method == "POST") as posted:
            page.locator(".form button").click()
        answer = posted.value
        page.wait_for_load_state()
    assert answer
    assert answer.status == public_page.status
    return answer


def show(page: Page, width: int, height: int = 800, scheme: str = "light", **media: str) -> None:
    """Gives a loaded page this screen and these wishes; each call starts from plain ones."""
    page.set_viewport_size({"width": width, "height": height})
    wishes = {"media": "screen", "forced_colors": "none", "reduced_motion": "reduce"} | media
    page.emulate_media(color_scheme=scheme, **wishes)  # type: ignore[arg-type]


def open_menu(page: Page) -> bool:
    """Opens the menu where it is behind a button; False where its links stand in the open."""
    button = page.locator(".site-header__menu-button")
    if not button.is_visible():
        return False
    if not page.locator("#menu").is_visible():
        button.click()
    page.locator("#menu").wait_for()
    return True


def close_menu(page: Page) -> None:
    page.evaluate("() => document.querySelector('#menu:popover-open')?.hidePopover()")


def in_page(name: str) -> str:
    """The text of a script of `in_page/`, for `page.evaluate`."""
    return (IN_PAGE / f"{name}.js").read_text(encoding="utf-8")
