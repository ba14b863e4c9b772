"""How long title and description are, said while she writes."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks

ADDRESS = """
from blog.models import BlogPage
print(BlogPage.objects.get(locale__language_code="nl", slug="een-beweging-afmaken").pk)
"""


def test_lengths_and_a_preview_follow_what_she_writes(
    edited_site: Site, page: Page, log_in: Any
) -> None:
    pk = edited_site.manage("shell", "-v0", "-c", ADDRESS).strip()
    log_in(edited_site)
    page.goto(f"{edited_site.url}/admin/pages/{pk}/edit/#tab-eigenschappen")
    title, description = page.locator("#id_seo_title"), page.locator("#id_search_description")
    title_length = page.locator("#search-result-title-length")
    preview = page.locator(".search-result__preview")

    # Without a title of its own, that of the page counts; the pages add the practice's name.
    title.fill("")
    whole = page.locator("#id_title").input_value() + " · Psoas-release"
    expect(title_length).to_contain_text(
        f"Titel van de pagina, met de naam van de praktijk: {len(whole)} van "
    )
    page.locator("#id_title").evaluate("(field) => { field.value = 'Kort' }")
    title.fill("Een beweging die af wil")
    expect(title_length).to_have_text(
        "Titel, met de naam van de praktijk: 39 van ongeveer 60 tekens"
    )
    expect(preview).to_contain_text("Een beweging die af wil · Psoas-release")
    title.fill("Een beweging die af wil " * 4)
    expect(title_length).to_contain_text("het einde valt misschien weg")
    expect(page.get_by_role("status").filter(has_text="het einde valt")).to_have_count(1)
    assert "search-result-title-length" in title.get_attribute("aria-describedby")

    # Without a description of hers, the lead is taken.
    description.fill("")
    length = page.locator("#search-result-description-length")
    expect(length).to_contain_text("Beschrijving, overgenomen van de pagina:")
    expect(preview).to_contain_text(page.locator("#id_introduction").input_value())
    description.fill("🌿 Rust")
    expect(length).to_contain_text(
        "Beschrijving: 6 van ongeveer 155 tekens; er is ruimte voor meer"
    )
    expect(preview).to_contain_text("🌿 Rust")

    found = Axe().run(page, context=".search-result")
    assert found.violations_count == 0, found.generate_report()
