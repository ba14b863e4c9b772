"""What a visitor's browser meets: both languages, nothing foreign, nothing stored, usable by all."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from tests.scripts.served_site import Site

PAGES = [
    "/",
    "/behandelingen/",
    "/behandelingen/psoas-release/",
    "/over-mij/",
    "/blog/",
    "/blog/een-beweging-afmaken/",
    "/blog/categorie/adem-en-rust/",
    "/zoeken/",
    "/zoeken/?q=psoas+adem",
    "/zoeken/?q=zeilboot",
    "/contact/",
    "/privacy/",
    "/nergens/",
    "/en/",
    "/en/treatments/",
    "/en/treatments/psoas-release/",
    "/en/about/",
    "/en/blog/",
    "/en/blog/finishing-a-movement/",
    "/en/blog/category/breath-and-rest/",
    "/en/search/",
    "/en/search/?q=breath",
    "/en/contact/",
    "/en/privacy/",
    "/en/nowhere/",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else_and_leaves_nothing_behind(
    path: str, served_site: Site, page: Page, context: BrowserContext
) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(served_site.url + path, wait_until="networkidle")
    assert [url for url in requests if not url.startswith((served_site.url, "data:"))] == []
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.locator("script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_passes_axe_and_fits_its_screen(
    path: str, width: int, scheme: str, served_site: Site, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(served_site.url + path, wait_until="load")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_language_switch_leads_to_the_same_page_and_back(served_site: Site, page: Page) -> None:
    page.goto(served_site.url + "/behandelingen/psoas-release/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(served_site.url + "/en/treatments/psoas-release/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Nederlands").click()
    expect(page).to_have_url(served_site.url + "/behandelingen/psoas-release/")


def test_the_first_stop_of_the_keyboard_skips_to_the_text(served_site: Site, page: Page) -> None:
    page.goto(served_site.url + "/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Direct naar de tekst")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("path", "send", "missing", "thanks"),
    [
        ("/contact/", "Versturen", "Schrijf je bericht.", "Dank"),
        ("/en/contact/", "Send", "Write your message.", "Thank"),
    ],
)
def test_a_message_is_sent_without_a_cookie(
    path: str,
    send: str,
    missing: str,
    thanks: str,
    served_site: Site,
    page: Page,
    context: BrowserContext,
) -> None:
    before = stored_messages(served_site)
    page.goto(served_site.url + path)
    page.fill("input[name=name]", "Noor")
    page.fill("input[name=email]", "noor@example.com")
    page.get_by_role("button", name=send).click()
    expect(page.locator("main")).to_contain_text(missing)
    assert Axe().run(page).violations_count == 0
    expect(page.locator("input[name=name]")).to_have_value("Noor")
    page.fill("textarea[name=message]", f"Mag ik langskomen? {path}")
    page.get_by_role("button", name=send).click()
    expect(page.locator("h1")).to_contain_text(thanks)
    assert context.cookies() == []
    assert stored_messages(served_site) == before + 1


def stored_messages(site: Site) -> int:
    count = "from contact.models import ContactMessage; print(ContactMessage.objects.count())"
    return int(site.manage("shell", "-v0", "-c", count))
