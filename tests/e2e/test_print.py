"""On paper: the words and the drawings, dark on white, without what one can only click."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.public_pages import DESK, in_dutch, in_page, show

pytestmark = pytest.mark.looks

ANSWERS_OUT_OF_SIGHT = """
() => [...document.querySelectorAll("details > :not(summary)")].filter(answer =>
  !answer.checkVisibility({contentVisibilityAuto: true}) || answer.getBoundingClientRect().height < 1
).map(answer => answer.textContent.trim().slice(0, 60))
"""
DARK_GROUNDS = """
() => [...document.querySelectorAll("html, body, body *")].filter(element => {
  const [red, green, blue, alpha] = colours.parse(getComputedStyle(element).backgroundColor);
  return element.checkVisibility() && alpha > 0.1 && Math.min(red, green, blue) < 200;
}).map(describe)
"""


@in_dutch
def test_paper_has_words_and_no_controls(visited: Page) -> None:
    for script in ("colours", "texts"):
        visited.evaluate(in_page(script))
    show(visited, DESK, scheme="dark", media="print")
    for control in visited.locator("nav, button, form, .skip-link").all():
        expect(control).not_to_be_visible()
    expect(visited.locator("h1")).to_be_visible()
    assert visited.evaluate(ANSWERS_OUT_OF_SIGHT) == []
    assert visited.evaluate(DARK_GROUNDS) == []
    height = visited.evaluate("() => document.documentElement.scrollHeight")
    show(visited, DESK, height=height, scheme="dark", media="print")
    assert visited.evaluate(in_page("faint_texts")) == []


@in_dutch
def test_the_page_goes_to_paper(visited: Page) -> None:
    show(visited, DESK)
    paper = visited.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    assert b"/Type /Page\n" in paper
