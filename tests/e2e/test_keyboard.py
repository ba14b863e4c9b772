"""The whole of every page by keyboard: each stop once, in order, always in sight, and never a trap."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.public_pages import DESK, PHONE, close_menu, in_dutch, in_page, open_menu, show
from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

# As on arrival: the next Tab goes to the first stop, wherever the focus was.
TO_THE_TOP = """
() => {
  scrollTo({top: 0, behavior: "instant"});
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}
"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Presses Tab until the focus leaves the page or comes round; the stops it made."""
    stops: list[dict[str, Any]] = []
    while len(stops) < 200:
        page.keyboard.press("Tab")
        stop = page.evaluate("() => stopHere()")
        if stop is None or (stops and stop["stop"] == stops[0]["stop"]):
            return stops
        stops.append(stop)
    pytest.fail(f"the keyboard is caught: {stops[-3:]}")


@in_dutch
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_tab_goes_through_the_whole_page(width: int, visited: Page) -> None:
    show(visited, width)
    for script in ("colours", "texts"):
        visited.evaluate(in_page(script))
    close_menu(visited)
    # A page in error begins at the summary of its errors; the walk is about the whole page. And a running head can be
    # reached only while it shows.
    visited.evaluate(TO_THE_TOP)
    visited.wait_for_timeout(100)
    expected = visited.evaluate(in_page("tab_stops"))
    assert visited.evaluate(in_page("backward_steps")) == []
    stops = walk(visited)
    assert [stop for stop in stops if stop["faults"]] == []
    assert [stop["stop"] for stop in stops] == list(range(expected)), stops
    assert "skip-link" in stops[0]["name"]


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_the_first_stop_skips_to_the_text(path: str, served_site: Site, page: Page) -> None:
    page.goto(served_site.url + path)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#content")
    expect(page.locator(":focus")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_and_closes_by_keyboard(served_site: Site, page: Page) -> None:
    page.goto(served_site.url + "/")
    show(page, PHONE)
    for script in ("colours", "texts"):
        page.evaluate(in_page(script))
    button, menu = page.locator(".site-header__menu-button"), page.locator("#menu")
    expect(menu).not_to_be_visible()
    expect(button).to_be_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()

    page.evaluate(in_page("tab_stops"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#menu').contains(document.activeElement)")
    links = menu.get_by_role("link").count()
    for place in range(links):
        stop = page.evaluate("() => stopHere()")
        assert stop["faults"] == [], stop
        assert page.evaluate("document.querySelector('#menu').contains(document.activeElement)")
        if place < links - 1:
            page.keyboard.press("Tab")

    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(button).to_be_focused()


def test_the_page_with_errors_begins_at_its_summary(served_site: Site, page: Page) -> None:
    page.goto(served_site.url + "/contact/")
    page.locator(".form button").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=name]")).to_be_focused()


def test_the_menu_is_not_open_where_its_links_stand_in_the_open(
    served_site: Site, page: Page
) -> None:
    page.goto(served_site.url + "/")
    show(page, DESK)
    assert not open_menu(page)
    expect(page.get_by_role("navigation").first.get_by_role("link").first).to_be_visible()
