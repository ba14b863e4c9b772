"""What one taps or clicks is at least 24 by 24 pixels, unless it is a word of a sentence (WCAG 2.2, 2.5.8)."""

import pytest
from playwright.sync_api import Page

from tests.e2e.public_pages import DESK, PHONE, close_menu, in_page, open_menu, show

pytestmark = pytest.mark.looks

SMALL_TARGETS = """
() => {
  const targets = document.querySelectorAll("a[href], button, input:not([type=hidden]), textarea, select, summary");
  return [...targets].filter(target => {
    if (target.closest("[aria-hidden=true]") || target.matches(".skip-link")) return false;
    if (!target.checkVisibility({visibilityProperty: true})) return false;
    const {width, height} = target.getBoundingClientRect();
    if (width >= 24 && height >= 24) return false;
    const isInSentence = getComputedStyle(target).display === "inline" &&
      target.parentElement.innerText.trim().length > target.innerText.trim().length;
    return !isInSentence;
  }).map(target => {
    const {width, height} = target.getBoundingClientRect();
    return `${target.innerText} (${describe(target)}): ${width.toFixed(0)} by ${height.toFixed(0)}`;
  });
}
"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_target_can_be_hit(width: int, visited: Page) -> None:
    show(visited, width)
    visited.evaluate(in_page("texts"))
    open_menu(visited)
    small = visited.evaluate(SMALL_TARGETS)
    close_menu(visited)
    assert small == []
