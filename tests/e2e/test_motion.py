"""Nothing moves by itself; the line draws itself as one reads, and only where motion is welcome."""

import pytest
from playwright.sync_api import Page

from tests.e2e.public_pages import DESK, PHONE, TREATMENTS, PublicPage, in_dutch, show, visit
from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

# The running head is there or not, as far as one has read; it does not move.
MOVING = """
() => document.getAnimations()
  .filter(({animationName}) => animationName !== "running-head-show")
  .map(({effect}) => effect.target.outerHTML.slice(0, 80))
"""
MOVING_BY_ITSELF = """
() => document.getAnimations()
  .filter(({timeline}) => timeline === null || timeline === document.timeline)
  .map(({effect}) => effect.target.outerHTML.slice(0, 80))
"""
FOLLOWS_SCROLLING = """
() => document.getAnimations()
  .filter(({timeline}) => timeline instanceof ViewTimeline || timeline instanceof ScrollTimeline)
  .length
"""
HALF_DRAWN = """
() => [...document.querySelectorAll("main svg, main svg *")].filter(piece => {
  const {clipPath, opacity, strokeDasharray, strokeDashoffset, visibility} = getComputedStyle(piece);
  const isCutOff = clipPath.startsWith("inset(") && /[1-9][\\d.]*%/.test(clipPath);
  const isOffset = strokeDasharray !== "none" && Math.abs(parseFloat(strokeDashoffset)) > 0.01;
  return isCutOff || isOffset || Number(opacity) < 0.1 || visibility === "hidden";
}).map(piece => piece.outerHTML.slice(0, 80))
"""
SUPPORTED = "() => CSS.supports('animation-timeline: view()')"
SCROLL_TO = (
    "share => scrollTo({top: document.documentElement.scrollHeight * share, behavior: 'instant'})"
)


@in_dutch
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_with_reduced_motion_nothing_moves_and_every_line_is_there(
    width: int, visited: Page
) -> None:
    show(visited, width)
    for share in (0, 0.5, 1):
        visited.evaluate(SCROLL_TO, share)
        assert visited.evaluate(MOVING) == []
        assert visited.evaluate(HALF_DRAWN) == []


@in_dutch
def test_nothing_moves_by_itself(visited: Page) -> None:
    show(visited, DESK, reduced_motion="no-preference")
    visited.evaluate(SCROLL_TO, 0.5)
    # What a hand sets off, such as a colour under the pointer, may take a moment; none may go on.
    visited.wait_for_timeout(600)
    assert visited.evaluate(MOVING_BY_ITSELF) == []


@pytest.mark.parametrize("public_page", TREATMENTS, ids=lambda page: page.id)
def test_the_line_draws_itself_as_one_reads(
    public_page: PublicPage, served_site: Site, page: Page
) -> None:
    visit(page, served_site, public_page)
    show(page, DESK, reduced_motion="no-preference")
    assert page.evaluate(SUPPORTED), "this browser cannot tell"
    assert page.evaluate(FOLLOWS_SCROLLING) > 0
    page.evaluate(SCROLL_TO, 0)
    before = len(page.evaluate(HALF_DRAWN))
    assert before > 0
    page.evaluate(SCROLL_TO, 1)
    page.wait_for_timeout(200)
    assert len(page.evaluate(HALF_DRAWN)) < before

    show(page, DESK, media="print", reduced_motion="no-preference")
    assert page.evaluate(HALF_DRAWN) == []
