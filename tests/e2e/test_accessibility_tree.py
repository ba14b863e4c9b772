"""What a screen reader is given on each kind of page, compared with what was read and approved before.

The files are in `accessibility_trees/`. After a meant change run this module with `UPDATE_TREES=1`, read the
difference as a screen reader would, and commit it.
"""

import os
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.e2e.public_pages import (
    DESK,
    PHONE,
    PUBLIC_PAGES,
    PublicPage,
    close_menu,
    open_menu,
    show,
    visit,
)
from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

TREES = Path(__file__).parent / "accessibility_trees"
BLOCK_ID = re.compile(r"#s-[0-9a-f-]{36}")  # another in each site
HOW_TO_APPROVE = (
    "The accessibility tree of {name} is not the approved one. If the change is meant, run "
    "`UPDATE_TREES=1 make test ARGS=tests/e2e/test_accessibility_tree.py`, read the difference, and commit it."
)


def compare(page: Page, site: Site, name: str, part: str = "body") -> None:
    tree = page.locator(part).first.aria_snapshot().replace(site.url, "") + "\n"
    tree = tree.replace(quote(site.url, safe=""), "")
    tree = BLOCK_ID.sub("#s-…", tree)
    approved = TREES / f"{name}.yaml"
    if os.environ.get("UPDATE_TREES"):
        TREES.mkdir(exist_ok=True)
        approved.write_text(tree, encoding="utf-8")
    known = approved.read_text(encoding="utf-8") if approved.exists() else ""
    assert tree.splitlines() == known.splitlines(), HOW_TO_APPROVE.format(name=name)


@pytest.mark.parametrize("public_page", PUBLIC_PAGES, ids=lambda page: page.id)
def test_the_page_says_what_was_approved(
    public_page: PublicPage, served_site: Site, page: Page
) -> None:
    visit(page, served_site, public_page)
    show(page, DESK)
    compare(page, served_site, public_page.id)


@pytest.mark.parametrize("public_page", PUBLIC_PAGES[:2], ids=lambda page: page.id)
def test_the_open_menu_says_what_was_approved(
    public_page: PublicPage, served_site: Site, page: Page
) -> None:
    visit(page, served_site, public_page)
    show(page, PHONE)
    open_menu(page)
    compare(page, served_site, f"menu-{public_page.language}", "header")
    close_menu(page)
