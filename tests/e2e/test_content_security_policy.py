"""Chromium refuses nothing that a page needs: neither a visitor's pages nor the admin's."""

from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

PUBLIC = [
    "/",
    "/behandelingen/",
    "/behandelingen/psoas-release/",
    "/over-mij/",
    "/blog/",
    "/blog/een-beweging-afmaken/",
    "/contact/",
    "/contact/?sent=1",
    "/nergens/",
    "/en/",
    "/en/treatments/psoas-release/",
    "/en/nowhere/",
]
ADMIN = [
    "/admin/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/images/multiple/add/",
    "/admin/documents/",
    "/admin/account/",
    "/admin/settings/core/practicesettings/",
    "/admin/reports/translation-states/",
]
ADDRESSES = """
from treatments.models import TreatmentPage
from wagtail_localize.models import Translation
dutch = TreatmentPage.objects.get(locale__language_code="nl")
english = dutch.get_translation(dutch.get_translations().get().locale)
translation = Translation.objects.get(source__object_id=dutch.translation_key)
print(f"/admin/pages/{dutch.pk}/edit/", f"/admin/pages/{english.pk}/edit/",
      f"/admin/pages/add/treatments/treatmentpage/{dutch.get_parent().pk}/",
      f"/admin/translations/{translation.pk}/review/")
"""


@pytest.fixture
def refused(page: Page) -> list[str]:
    """What Chromium refused, or complained of in a header, since the page was opened; frames included."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Policy" in message.text or "Refused" in message.text:
            found.append(f"{page.url}: {message.text}")

    page.on("console", note)
    return found


@pytest.mark.parametrize("path", PUBLIC)
def test_a_visitors_page_needs_nothing_that_is_refused(
    path: str, served_site: Site, page: Page, refused: list[str]
) -> None:
    response = page.goto(served_site.url + path, wait_until="networkidle")
    assert "unsafe" not in response.headers["content-security-policy"]
    assert page.locator("[style], style").count() == 0
    assert refused == []


def test_a_refusal_is_noticed(served_site: Site, page: Page, refused: list[str]) -> None:
    """Without this, the tests beside it could not fail."""
    page.goto(served_site.url + "/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://example.com/'}))")
    page.wait_for_timeout(500)
    assert len(refused) == 2, refused


@pytest.mark.parametrize("path", ["/contact/", "/en/contact/"])
def test_the_form_in_error_needs_nothing_that_is_refused(
    path: str, served_site: Site, page: Page, refused: list[str]
) -> None:
    page.goto(served_site.url + path)
    page.locator("form.form button").click()
    expect(page.locator(".form__summary")).to_be_visible()
    assert refused == []


def test_the_admin_needs_nothing_that_is_refused(
    served_site: Site, page: Page, log_in: Any, refused: list[str]
) -> None:
    log_in(served_site)
    for path in ADMIN:
        page.goto(served_site.url + path, wait_until="networkidle")
    assert refused == []


def test_editing_previewing_and_translating_need_nothing_that_is_refused(
    served_site: Site, page: Page, log_in: Any, refused: list[str]
) -> None:
    dutch, english, new, review = served_site.manage("shell", "-v0", "-c", ADDRESSES).split()
    log_in(served_site)

    page.goto(served_site.url + dutch, wait_until="networkidle")
    expect(page.locator("[contenteditable=true]").first).to_be_visible()  # Draftail
    page.locator("[data-side-panel-toggle=preview]").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.locator("h1")).to_be_visible()
    page.locator("[data-side-panel-toggle=preview]").click()

    page.get_by_role("button", name="Blok invoegen").first.click()
    row = page.locator(".w-combobox__option-row", has_text="Citaat")
    row.get_by_role("button").click()
    expect(page.frame_locator(".w-combobox-preview__iframe").locator("blockquote")).to_be_visible()

    page.goto(served_site.url + new, wait_until="networkidle")
    page.get_by_role("button", name="Kies een afbeelding").click()
    expect(page.get_by_role("dialog")).to_contain_text("psoas-release-home")

    page.goto(served_site.url + english, wait_until="networkidle")
    expect(page.locator(".js-translation-editor *").first).to_be_visible()
    page.goto(served_site.url + review, wait_until="networkidle")
    page.goto(served_site.url + "/", wait_until="networkidle")
    expect(page.locator("wagtail-userbar")).to_be_attached()
    assert refused == []
