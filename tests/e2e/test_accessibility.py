"""axe finds nothing on any page: narrow and wide, light and dark, with the menu open, with the form in error."""

import json
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.e2e.public_pages import DESK, PHONE, TREATMENTS, close_menu, open_menu, show

pytestmark = pytest.mark.looks

RULES = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    "best-practice",
]
COLOUR_RULES = ["cat.color"]  # the only ones that another colour scheme can change
RUN_AXE = """
async ([part, rules]) => {
  const options = {
    resultTypes: ["violations"], runOnly: {type: "tag", values: rules}, preload: {assets: ["media"]},
  };
  const {violations} = await axe.run(part ?? document, options);
  return violations.map(({id, help, nodes}) => ({
    rule: id, help, where: nodes.map(node => [node.target.join(" "), node.failureSummary]),
  }));
}
"""
READ_ON = (
    "part => scrollTo({top: part.getBoundingClientRect().top + scrollY + 250, behavior: 'instant'})"
)


@pytest.fixture
def axe(visited: Page) -> Any:
    """What axe has against the page as it is shown now, or against a part of it."""
    if not visited.evaluate("() => 'axe' in window"):
        visited.evaluate(AXE_SCRIPT)

    def run(rules: list[str] = RULES, part: str | None = None) -> None:
        violations = visited.evaluate(RUN_AXE, [part, rules])
        assert violations == [], json.dumps(violations, indent=2, ensure_ascii=False)

    return run


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_has_nothing_against_the_page(width: int, visited: Page, axe: Any) -> None:
    show(visited, width)
    axe()
    show(visited, width, scheme="dark")
    axe(COLOUR_RULES)


def test_axe_has_nothing_against_the_open_menu(visited: Page, axe: Any) -> None:
    show(visited, PHONE)
    assert open_menu(visited)
    try:
        axe(part="header")
        show(visited, PHONE, scheme="dark")
        axe(COLOUR_RULES, part="header")
    finally:
        close_menu(visited)


@pytest.mark.parametrize("visited", TREATMENTS, ids=lambda page: page.id, indirect=True)
def test_axe_has_nothing_against_a_running_head(visited: Page, axe: Any) -> None:
    passages = visited.locator(".passage:has(> .running-head)")
    for place in range(passages.count()):
        show(visited, PHONE)
        passages.nth(place).evaluate(READ_ON)
        head = visited.locator(".running-head:visible")
        head.wait_for()
        for scheme in ("light", "dark"):
            show(visited, PHONE, scheme=scheme)
            axe(part=f".passage:nth-child({place + 1}) > .running-head")
