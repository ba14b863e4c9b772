"""Larger, wider apart, closer by: no text is lost and one scrolls one way only.

WCAG 2.2: 1.4.10 (reflow: 1280 by 1024 at 400 %), 1.4.4 (text at 200 %), 1.4.12 (text spacing).
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.e2e.public_pages import PHONE, close_menu, in_page, open_menu, show

pytestmark = pytest.mark.looks

# Through a constructed stylesheet: the pages' security policy refuses a <style>, and a user's own comes with none.
ADD_STYLES = """
css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}
"""
TEXT_SPACING = """
* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }
"""
SIDEWAYS = """
() => [document.documentElement, ...document.querySelectorAll("body *")].filter(element =>
  element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 &&
  (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
).map(element => element.className || element.tagName)
"""
VISIBLE_TEXTS = "() => [...new Set(texts().map(({text}) => text))]"


@pytest.fixture
def styled(visited: Page) -> Iterator[Page]:
    """A page that may be given a stylesheet of the visitor's own."""
    visited.evaluate(in_page("texts"))
    yield visited
    visited.evaluate("() => { document.adoptedStyleSheets = []; }")


def assert_nothing_lost(page: Page) -> None:
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(in_page("lost_texts")) == []


@pytest.mark.parametrize("width", [PHONE, 768, 1440])
def test_the_page_fits_its_screen(width: int, styled: Page) -> None:
    show(styled, width)
    assert_nothing_lost(styled)


def test_every_word_is_there_at_400_percent(styled: Page) -> None:
    show(styled, 1280, 1024)
    wide = styled.evaluate(VISIBLE_TEXTS)
    show(styled, 1280 // 4, 1024 // 4)
    assert_nothing_lost(styled)
    open_menu(styled)
    narrow = styled.evaluate(VISIBLE_TEXTS)
    close_menu(styled)
    assert [text for text in wide if text not in narrow] == []


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_text_spacing_loses_nothing(width: int, styled: Page) -> None:
    show(styled, width)
    styled.evaluate(ADD_STYLES, TEXT_SPACING)
    assert_nothing_lost(styled)


@pytest.mark.parametrize("width", [375, 1280])
def test_text_twice_as_large_loses_nothing(width: int, styled: Page) -> None:
    """The size of text that a visitor has set in the browser; pages follow it, media queries included."""
    show(styled, width)
    browser = styled.context.new_cdp_session(styled)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    try:
        assert (
            styled.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
        )
        assert_nothing_lost(styled)
    finally:
        browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
