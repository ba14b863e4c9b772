"""Each page says which language it is in, each foreign part says its own, and one can change in place."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.public_pages import (
    DESK,
    PHONE,
    PUBLIC_PAGES,
    PublicPage,
    show,
    visit,
)
from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

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


def read_on_to(page: Page, number: int) -> str:
    """Scrolls until the heading of a section is out of sight; its id."""
    section = page.locator(SECTIONS).nth(number)
    section.evaluate(
        "section => scrollTo({top: section.getBoundingClientRect().top + scrollY + 250, behavior: 'instant'})"
    )
    return str(section.get_attribute("id"))


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("start", [DUTCH, ENGLISH])
def test_the_language_switch_keeps_the_place(
    start: str, width: int, served_site: Site, page: Page
) -> None:
    there, code = (ENGLISH, "en") if start == DUTCH else (DUTCH, "nl")
    show(page, width, reduced_motion="reduce")
    page.goto(served_site.url + start)
    section = read_on_to(page, 3)
    link = page.locator(f".running-head a[hreflang={code}]:visible")
    expect(link).to_have_count(1)
    link.click()
    expect(page).to_have_url(f"{served_site.url}{there}#{section}", timeout=5_000)
    top = page.locator(f"#{section}").evaluate("section => section.getBoundingClientRect().top")
    assert -2 <= top <= 150


def test_what_is_being_read_is_named_in_a_browser_without_scroll_timelines(
    served_site: Site, page: Page
) -> None:
    page.add_init_script("CSS.supports = () => false")
    page.goto(served_site.url + DUTCH)
    page.wait_for_function("document.styleSheets.length > 0")
    for sheet in ("animation: none", "animation-timeline: none"):
        page.evaluate(
            """rule => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`.running-head { ${rule} !important }`);
              document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
            }""",
            sheet,
        )
    expect(page.locator(".running-head:visible")).to_have_count(0)
    section = read_on_to(page, 3)
    shown = page.locator(".running-head:visible")
    expect(shown).to_have_count(1)
    heading = page.locator(f"#{section} h2").inner_text()
    expect(shown).to_contain_text(heading)


def test_the_language_switch_at_the_top_adds_nothing(served_site: Site, page: Page) -> None:
    show(page, PHONE)
    page.goto(served_site.url + DUTCH)
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(served_site.url + ENGLISH)
