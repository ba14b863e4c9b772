"""The practitioner writes a post, by mouse as she would."""

import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.scripts.served_site import Site

MOST_CLICKS = 8
# In the dialog of her computer, which no page sees: a double click on the file.
CLICKS_TO_PICK_A_FILE = 2
# Between two keys, in milliseconds. The editor takes what the form holds in its first two seconds for how it was.
PACE = 250
# Where a new post is once it is kept.
KEPT = re.compile(r"/admin/pages/\d+/edit/$")
# Counts what a hand does: the browser dispatched it, and not for a key.
COUNT_CLICKS = """
addEventListener("click", (event) => {
  if (event.isTrusted && event.detail > 0) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1;
}, true);
"""


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "duinen.jpg"
    Image.linear_gradient("L").resize((1200, 800)).convert("RGB").save(path)
    return path


def test_from_home_to_a_published_post_with_a_picture_takes_few_clicks(
    edited_site: Site, page: Page, log_in: Any, photo: Path
) -> None:
    page.add_init_script(COUNT_CLICKS)
    log_in(edited_site)
    page.evaluate("sessionStorage.clicks = 0")

    page.get_by_role("link", name="Een blogbericht schrijven").click()
    expect(page.locator("#id_title")).to_be_focused()
    page.keyboard.type("De stilte na de storm")
    page.get_by_role("button", name="Kies een afbeelding").first.click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("tab", name="Uploaden").click()
    with page.expect_file_chooser() as chosen:
        chooser.get_by_label("Bestand").click()
    chosen.value.set_files(photo)
    expect(chooser.get_by_label("Titel")).to_have_value("duinen")
    chooser.get_by_role("button", name="Uploaden").click()
    expect(page.locator("#id_hero_alt")).to_be_focused()
    page.keyboard.type("Duinen met wolken")
    page.get_by_role("button", name="Publiceren").click()
    expect(page.locator(".messages")).to_contain_text("gepubliceerd")

    clicks = int(page.evaluate("sessionStorage.clicks"))
    assert clicks >= 5  # else they were not counted
    assert clicks + CLICKS_TO_PICK_A_FILE <= MOST_CLICKS

    page.goto(f"{edited_site.url}/blog/")
    page.get_by_role("link", name="De stilte na de storm").click()
    expect(page).to_have_url(re.compile("/blog/de-stilte-na-de-storm/$"))
    expect(page.locator(".page-head__meta")).to_contain_text("1 minuut leestijd")
    picture = page.get_by_alt_text("Duinen met wolken")
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 300


@pytest.mark.looks
def test_enter_in_a_field_of_one_line_publishes_nothing(
    edited_site: Site, page: Page, log_in: Any
) -> None:
    log_in(edited_site)
    page.get_by_role("link", name="Een blogbericht schrijven").click()
    expect(page.locator("#id_title")).to_be_focused()
    address = page.url
    page.keyboard.type("Half af")
    sent: list[str] = []
    page.on("framenavigated", lambda frame: sent.append(frame.url))
    page.keyboard.press("Enter")
    page.locator("#id_hero_decorative").press("Enter")
    page.wait_for_timeout(1000)
    assert sent == []
    assert page.url == address or KEPT.search(page.url)
    expect(page.locator("#id_title")).to_have_value("Half af")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{edited_site.url}/blog/")
    expect(page.get_by_text("Half af")).to_have_count(0)


def test_what_she_writes_is_kept_without_saving_and_without_a_title(
    edited_site: Site, page: Page, log_in: Any
) -> None:
    log_in(edited_site)
    page.get_by_role("link", name="Een blogbericht schrijven").click()
    expect(page.locator("#id_title")).to_be_focused()
    page.locator("#id_introduction").click()
    page.keyboard.type("Een eerste gedachte.", delay=PACE)
    expect(page).to_have_url(KEPT)

    # A heading is begun and left empty, which only publishing minds.
    page.get_by_role("button", name="Blok invoegen").first.click()
    page.get_by_role("option", name="Kop").click()
    page.locator("#id_introduction").click()
    page.keyboard.press("End")
    with page.expect_response(KEPT) as answer:
        page.keyboard.type(" En een tweede.", delay=PACE)
    assert answer.value.ok
    page.wait_for_timeout(2000)  # the last key is kept too

    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("#id_introduction")).to_have_value("Een eerste gedachte. En een tweede.")
    expect(page.locator("#id_title")).to_have_value("Zonder titel")
    page.get_by_role("button", name="Publiceren").click()
    expect(page.get_by_text("Geef de pagina eerst een titel.")).to_be_visible()
    page.goto(f"{edited_site.url}/blog/")
    expect(page.get_by_text("Zonder titel")).to_have_count(0)


def test_a_reader_outside_is_given_the_draft(
    edited_site: Site, page: Page, log_in: Any, browser: Browser
) -> None:
    log_in(edited_site)
    page.get_by_role("link", name="Een blogbericht schrijven").click()
    expect(page.locator("#id_title")).to_be_focused()
    page.keyboard.type("Nog niet af", delay=PACE)
    expect(page).to_have_url(KEPT)
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()  # else its menu may be replaced under the mouse
    page.get_by_role("button", name="Acties").first.click()
    page.get_by_role("link", name="Concept delen").click()
    page.get_by_role("button", name="Maak een link").click()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")

    with browser.new_context(locale="nl-NL") as outside:
        reader = outside.new_page()
        reader.goto(address)
        expect(reader.get_by_role("heading", name="Nog niet af")).to_be_visible()
        expect(reader.locator(".draft-notice")).to_contain_text("Concept")
        assert outside.cookies() == []
        page.get_by_role("button", name="Trek in").click()
        expect(page.locator(".messages")).to_contain_text("werkt niet meer")
        reader.reload()
        expect(reader.get_by_role("heading", level=1)).to_contain_text("niet meer gedeeld")
