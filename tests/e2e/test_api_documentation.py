"""The documentation of the API works under a strict policy, from our own host alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_privacy import Watched
from tests.scripts.served_site import Site

pytestmark = pytest.mark.looks


def test_it_shows_the_document_and_needs_nothing_that_is_refused(
    served_site: Site, page: Page
) -> None:
    watched = Watched(page)
    response = page.goto(f"{served_site.url}/api/v1/docs/")
    assert response is not None
    assert "unsafe" not in response.headers["content-security-policy"]
    expect(page.get_by_role("heading", name="Psoas-release content API")).to_be_visible()
    page.locator("[id$='-get_page'] .opblock-summary-control").click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_placeholder("page_id").fill("1000000")
    page.get_by_role("button", name="Execute").click()
    expect(page.locator(".live-responses-table")).to_contain_text("404")
    watched.assert_nothing_left(served_site)


def test_only_that_page_may_show_pictures_that_stand_in_its_stylesheet(
    served_site: Site, page: Page
) -> None:
    policies = {
        path: page.goto(served_site.url + path).headers["content-security-policy"]  # type: ignore[union-attr]
        for path in ("/api/v1/docs/", "/api/v1/openapi.json", "/")
    }
    assert ["data:" in policy for policy in policies.values()] == [True, False, False]
