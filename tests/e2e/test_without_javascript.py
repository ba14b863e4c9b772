"""Everything a visitor does works with JavaScript switched off: the menu, the language, the form."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.public_pages import DESK, PHONE, open_menu, show
from tests.scripts.served_site import Site

COUNT_MESSAGES = "from contact.models import ContactMessage; print(ContactMessage.objects.count())"


@pytest.fixture
def plain_page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    with browser.new_context(**browser_context_args, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.looks
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_menu_leads_on(width: int, served_site: Site, plain_page: Page) -> None:
    plain_page.goto(served_site.url + "/")
    show(plain_page, width)
    open_menu(plain_page)
    plain_page.get_by_role("link", name="Over mij", exact=True).first.click()
    expect(plain_page).to_have_url(served_site.url + "/over-mij/")


@pytest.mark.looks
def test_the_language_switch_leads_to_the_same_page_and_back(
    served_site: Site, plain_page: Page
) -> None:
    plain_page.goto(served_site.url + "/behandelingen/psoas-release/")
    plain_page.get_by_role("link", name="English").first.click()
    expect(plain_page).to_have_url(served_site.url + "/en/treatments/psoas-release/")
    expect(plain_page.locator("html")).to_have_attribute("lang", "en")
    plain_page.get_by_role("link", name="Nederlands").first.click()
    expect(plain_page).to_have_url(served_site.url + "/behandelingen/psoas-release/")


@pytest.mark.looks
def test_questions_open(served_site: Site, plain_page: Page) -> None:
    plain_page.goto(served_site.url + "/behandelingen/psoas-release/")
    question = plain_page.locator("details").first
    answer = question.locator(":scope > :not(summary)").first
    expect(answer).not_to_be_visible()
    question.locator("summary").click()
    expect(answer).to_be_visible()


@pytest.mark.parametrize(
    ("path", "send", "missing", "thanks"),
    [
        ("/contact/", "Versturen", "Schrijf je bericht.", "Dank"),
        ("/en/contact/", "Send", "Write your message.", "Thank"),
    ],
    ids=["nl", "en"],
)
def test_a_message_is_mended_and_sent(
    path: str, send: str, missing: str, thanks: str, served_site: Site, plain_page: Page
) -> None:
    before = int(served_site.manage("shell", "-v0", "-c", COUNT_MESSAGES))
    plain_page.goto(served_site.url + path)
    plain_page.fill("input[name=name]", "Noor")
    plain_page.fill("input[name=email]", "noor@example.com")
    plain_page.get_by_role("button", name=send).click()
    expect(plain_page.locator("main")).to_contain_text(missing)
    expect(plain_page.locator("input[name=name]")).to_have_value("Noor")
    plain_page.fill("textarea[name=message]", f"Mag ik langskomen? {path}")
    plain_page.get_by_role("button", name=send).click()
    expect(plain_page.locator("h1")).to_contain_text(thanks)
    assert int(served_site.manage("shell", "-v0", "-c", COUNT_MESSAGES)) == before + 1
