"""The bones of every page: one title, headings in order, one main part, and landmarks with names of their own."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from tests.e2e.public_pages import DESK, show

pytestmark = pytest.mark.looks

HEADINGS = """
() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter(heading => heading.checkVisibility()).map(heading => Number(heading.tagName[1]))
"""
LANDMARKS = """
() => [...document.querySelectorAll("nav, aside, section[aria-label], section[aria-labelledby], [role=search]")]
  .filter(part => part.checkVisibility())
  .map(part => `${part.tagName} ${part.ariaLabel ??
    document.getElementById(part.getAttribute("aria-labelledby"))?.textContent.trim() ?? ""}`)
"""


def test_headings_go_down_one_step_at_a_time(visited: Page) -> None:
    show(visited, DESK)
    levels = visited.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    steps = pairwise(levels)
    assert all(after <= before + 1 for before, after in steps), levels


def test_every_landmark_has_a_name_of_its_own(visited: Page) -> None:
    show(visited, DESK)
    assert visited.locator("main").count() == 1
    assert visited.locator("body > header").count() == 1
    assert visited.locator("body > footer").count() == 1
    names = visited.evaluate(LANDMARKS)
    assert sorted(names) == sorted(set(names))
    assert all(name.partition(" ")[2] for name in names), names
