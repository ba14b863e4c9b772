"""The main job, as the practitioner does it: Dutch, English and a price, each published once."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.scripts.served_site import Site

DUTCH = "/behandelingen/psoas-release/"
ENGLISH = "/en/treatments/psoas-release/"
DUTCH_SENTENCE = "Vandaag adem ik met je mee."
ENGLISH_SENTENCE = "Today I breathe along with you."


def test_a_sentence_its_translation_and_the_price_reach_visitors(
    edited_site: Site, page: Page, log_in: Any
) -> None:
    log_in(edited_site)
    page.get_by_role("link", name="De behandeling bewerken").click()
    editor_url = page.url

    section = page.locator("section:has(> .w-panel__header:has-text('Ontmoet worden'))")
    editor = section.locator("[contenteditable=true]").first
    write_at_start_of_first_paragraph(page, editor, f"{DUTCH_SENTENCE} ")
    publish_page(page)

    page.goto(edited_site.url + DUTCH)
    expect(page.locator("main")).to_contain_text(DUTCH_SENTENCE)
    page.goto(edited_site.url + ENGLISH)
    expect(page.locator("main")).not_to_contain_text(DUTCH_SENTENCE)

    page.goto(f"{edited_site.url}/admin/")
    page.get_by_role("link", name="Het Engels bijwerken").click()
    page.locator("tr", has_text="Psoas-release").get_by_role("link", name="1 tekst").click()
    english = page.get_by_label("Engels", exact=True)
    english.fill(f"{ENGLISH_SENTENCE} {english.input_value()}")
    page.get_by_role("button", name="Dit Engels bewaren").click()
    page.get_by_role("link", name="Het Engels publiceren").click()
    page.get_by_role("button", name="Publiceren").click()
    expect(page.locator(".messages")).to_contain_text("is gepubliceerd")

    page.goto(edited_site.url + ENGLISH)
    expect(page.locator("main")).to_contain_text(ENGLISH_SENTENCE)

    page.goto(editor_url)
    page.locator("input[name=price]").fill("110")
    publish_page(page)

    page.goto(edited_site.url + DUTCH)
    expect(page.locator("main")).to_contain_text("€\u00a0110")
    expect(page.locator("main")).not_to_contain_text("€\u00a0100")
    page.goto(edited_site.url + ENGLISH)
    expect(page.locator("main")).to_contain_text("€110")
    expect(page.locator("main")).not_to_contain_text("€100")


def write_at_start_of_first_paragraph(page: Page, editor: Locator, text: str) -> None:
    paragraph = editor.locator("[data-block=true]").first
    paragraph.scroll_into_view_if_needed()
    paragraph.click()
    page.keyboard.press("Home")
    page.keyboard.type(text)
    # The editor hands what was typed to the form a moment later.
    page.wait_for_function(
        "text => [...document.querySelectorAll('input, textarea')].some(f => f.value.includes(text))",
        arg=text.strip(),
    )


def publish_page(page: Page) -> None:
    page.get_by_role("button", name="Meer acties", exact=False).last.click()
    page.get_by_role("button", name="Publiceren").click()
    expect(page.locator(".messages")).to_contain_text("gepubliceerd")
