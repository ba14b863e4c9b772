"""English that stays true while the Dutch changes, as the practitioner meets it, by keyboard and in Dutch."""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.scripts.served_site import Site

DUTCH = "/behandelingen/psoas-release/"
ENGLISH = "/en/treatments/psoas-release/"
EDIT_DUTCH = """
from treatments.models import TreatmentPage
page = TreatmentPage.objects.get(locale__language_code="nl")
page.introduction = page.introduction.rstrip(".") + ", altijd."
page.strapline = "Puur en diep, 3 keer."
page.seo_title = "Een nieuwe zin"
page.save_revision().publish()
"""
OLD_STRAPLINE = "Pure and deep. Body work goes no further in than this."


def edit_dutch(site: Site) -> None:
    site.manage("shell", "-v0", "-c", EDIT_DUTCH)


def text_of(page: Page, url: str) -> str:
    page.goto(url)
    return page.locator("html").inner_html()


def test_what_is_behind_is_seen_at_a_glance_and_reviewed_by_keyboard(
    edited_site: Site, page: Page, log_in: Any
) -> None:
    before = text_of(page, edited_site.url + ENGLISH)
    assert OLD_STRAPLINE in before
    edit_dutch(edited_site)

    # Keep last good: the changed sentence stays, the one with a new number is withheld, the new one waits.
    page.goto(edited_site.url + ENGLISH)
    for words in ("altijd", "3 keer", "Een nieuwe zin", OLD_STRAPLINE):
        assert words not in page.locator("html").inner_html()

    # At a glance: the panel on the admin's home, the report, the explorer.
    log_in(edited_site)
    panel = page.locator("section", has=page.locator("[data-total=behind]"))
    expect(panel.locator("[data-total=behind] strong")).to_have_text("1")
    expect(panel.locator("[data-state=behind]")).to_contain_text("3 teksten lopen achter")
    panel.locator("[data-total=behind] a").click()
    expect(page.locator("a[data-state]")).to_have_count(1)
    page.goto(f"{edited_site.url}/admin/pages/")
    page.goto(f"{edited_site.url}/admin/reports/translation-states/?state=behind")
    page.locator("a[data-state=behind]").click()

    # The review, by keyboard alone.
    cards = page.locator("article.review-card")
    expect(cards).to_have_count(3)
    expect(cards.locator("ins").first).to_be_visible()
    withheld = page.locator("article[data-status=withheld]")
    expect(withheld).to_contain_text("Bezoekers zien dit niet")
    changed = page.locator("article[data-status=changed]")
    press(page, changed, "Klopt nog")
    expect(cards).to_have_count(2)

    withheld.locator("textarea").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("Pure and deep, 3 times.")
    press(page, withheld, "Dit Engels bewaren")
    new = page.locator("article[data-status=new]")
    new.locator("textarea").focus()
    page.keyboard.type("A new sentence")
    press(page, new, "Dit Engels bewaren")

    expect(page.locator("[data-waiting]")).to_have_attribute("data-waiting", "0")
    assert "3 times" not in text_of(page, edited_site.url + ENGLISH)
    page.go_back()
    page.get_by_role("link", name="Het Engels publiceren").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Publiceren").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("is gepubliceerd")

    html = text_of(page, edited_site.url + ENGLISH)
    assert "Pure and deep, 3 times." in html
    assert "<title>A new sentence" in html
    page.goto(f"{edited_site.url}/admin/")
    expect(page.locator("[data-total=behind] strong")).to_have_text("0")


def press(page: Page, card: Any, name: str) -> None:
    """Reaches a button of a card with the Tab key from its text field, and presses it with Enter."""
    card.locator("textarea").focus()
    for _stop in range(4):
        page.keyboard.press("Tab")
        if page.locator(":focus").inner_text().strip() == name:
            break
    expect(page.locator(":focus")).to_have_text(name)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def test_the_admin_pages_of_this_pass_axe(
    edited_site: Site, page: Page, log_in: Any, tmp_path: Path
) -> None:
    edit_dutch(edited_site)
    log_in(edited_site)
    for width in (375, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{edited_site.url}/admin/reports/translation-states/?state=behind")
        check(page, "[data-translations], .translation-state")
        page.locator("a[data-state=behind]").first.click()
        check(page, ".review")
        page.goto(f"{edited_site.url}/admin/")
        check(page, ".translation-totals")


def check(page: Page, part: str) -> None:
    """Runs axe on our part of an admin page; the rest is Wagtail's."""
    for selector in part.split(", "):
        expect(page.locator(selector).first).to_be_visible()
    results = Axe().run(page, context={"include": [[selector] for selector in part.split(", ")]})
    assert results.violations_count == 0, results.generate_report()
