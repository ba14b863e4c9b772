"""Each page says which language it is in, each foreign part says its own, and one can change in place."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.public_pages import (
    DESK,
    PHONE,
    PUBLIC_PAGES,
    PublicPage,
    open_menu,
    show,
    visit,
)
from tests.scripts.served_site import Site

OTHER = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}
DUTCH, ENGLISH = "/behandelingen/psoas-release/", "/en/treatments/psoas-release/"
SECTIONS = "main [id^='s-']"
# The name of a language stands in that language, whatever the language of the page.
UNMARKED_LANGUAGE_LINKS = """
() => [...document.querySelectorAll("a[hreflang]")].filter(link =>
  /English|Nederlands/.test(link.textContent) &&
  ![link, ...link.querySelectorAll("[lang]")].some(part => part.lang === link.hreflang)
).map(link => link.outerHTML)
"""


@pytest.mark.parametrize("public_page", PUBLIC_PAGES, ids=lambda page: page.id)
def test_the_page_and_its_parts_say_their_language(
    public_page: PublicPage, served_site: Site, page: Page
) -> None:
    visit(page, served_site, public_page)
    show(page, DESK)
    expect(page.locator("html")).to_have_attribute("lang", public_page.language)
    code, name = OTHER[public_page.language]
    link = page.get_by_role("link", name=name).first
    expect(link).to_have_attribute("hreflang", code)
    assert page.evaluate(UNMARKED_LANGUAGE_LINKS) == []
    assert page.locator(f"a[hreflang={public_page.language}]").count() == 0


def middle_section(page: Page) -> str:
    """The id of a section in the middle of the page, which is brought to the top of the window."""
    sections = page.locator(SECTIONS)
    section = sections.nth(sections.count() // 2)
    section.evaluate("section => section.scrollIntoView({block: 'start', behavior: 'instant'})")
    return str(section.get_attribute("id"))


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("start", [DUTCH, ENGLISH])
def test_the_language_switch_keeps_the_place(
    start: str, width: int, served_site: Site, page: Page
) -> None:
    there, code = (ENGLISH, "en") if start == DUTCH else (DUTCH, "nl")
    show(page, width)
    page.goto(served_site.url + start)
    section = middle_section(page)
    # The link may be at the top of the page; to scroll there first is to be somewhere else.
    page.locator(f"a[hreflang={code}]").first.evaluate("link => link.click()")
    page.wait_for_load_state()
    expect(page).to_have_url(f"{served_site.url}{there}#{section}", timeout=5_000)
    top = page.locator(f"#{section}").evaluate("section => section.getBoundingClientRect().top")
    assert -2 <= top <= 150


def test_the_language_switch_at_the_top_adds_nothing(served_site: Site, page: Page) -> None:
    show(page, PHONE)
    page.goto(served_site.url + DUTCH)
    open_menu(page)
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(served_site.url + ENGLISH)
