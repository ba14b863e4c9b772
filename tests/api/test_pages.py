"""A page by its number and by its path."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage, StandardPage
from tests.factories.drafts import make_draft
from tests.factories.translations import translate_to
from tests.factories.tree import make_page

BY_PATH = "/api/v1/pages/by-path"


def at(client: Client, path: str, **query: str) -> Any:
    return client.get(BY_PATH, {"path": path, **query})


@pytest.fixture
def both(home: HomePage, en: Locale, published: Any) -> tuple[StandardPage, StandardPage]:
    """A page that is live in both languages, and the home pages above it too."""
    page = make_page(StandardPage, home, title="Rust", slug="rust")
    translate_to(en, home, published).get_latest_revision().publish()
    english = translate_to(en, page, published)
    english.get_latest_revision().publish()
    return page, StandardPage.objects.get(pk=english.pk)


def test_each_language_has_its_own_paths(both: Any, client: Client) -> None:
    page, english = both
    assert at(client, "/rust/").json()["id"] == page.pk
    path = f"/en/{english.slug}/"
    found = at(client, path).json()
    assert (found["id"], found["locale"], found["path"]) == (english.pk, "en", path)
    assert [each["page"]["path"] for each in found["translations"]] == ["/rust/"]
    assert {each["hreflang"] for each in found["alternates"]} == {"nl", "en", "x-default"}
    assert at(client, "/en/rust/").status_code == 404


def test_a_language_whose_home_page_is_not_live_has_no_pages(both: Any, client: Client) -> None:
    _page, english = both
    english.get_parent().specific.unpublish()
    assert at(client, f"/en/{english.slug}/").status_code == 404
    assert client.get(f"/api/v1/pages/{english.pk}").status_code == 404


def test_a_page_is_asked_for_in_another_language(both: Any, client: Client) -> None:
    page, english = both
    found = client.get(f"/api/v1/pages/{page.pk}?locale=en").json()
    assert (found["id"], found["fallback"]) == (english.pk, None)


def test_what_is_missing_comes_in_the_fallback_and_says_so(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, slug="rust")
    address = f"/api/v1/pages/{page.pk}?locale=en"
    refused = client.get(address)
    assert refused.status_code == 404
    assert "fallback=nl" in refused.json()["detail"]
    found = client.get(f"{address}&fallback=nl").json()
    assert (found["id"], found["locale"]) == (page.pk, "nl")
    assert found["fallback"] == {"asked": "en", "locale": "nl"}
    assert at(client, "/rust/", locale="en", fallback="nl").json()["fallback"] is not None


def test_a_draft_and_a_private_page_are_not_there(home: HomePage, client: Client) -> None:
    draft = make_draft(home, "concept")
    private = make_page(StandardPage, home, slug="besloten")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for page in (draft, private):
        assert at(client, f"/{page.slug}/").status_code == 404
        assert client.get(f"/api/v1/pages/{page.pk}").status_code == 404


@pytest.mark.parametrize("path", ["/niets/", "/a\0b/", "/" + "x" * 400 + "/", "//", "/../rust/"])
def test_what_is_nowhere_is_a_problem_in_words(path: str, home: HomePage, client: Client) -> None:
    answer = at(client, path)
    if path == "//":
        assert answer.json()["id"] == home.pk
        return
    assert answer.status_code in (404, 422)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_an_old_path_leads_on(home: HomePage, client: Client) -> None:
    page = make_page(StandardPage, home, slug="nieuw")
    Redirect.objects.create(old_path="/oud", redirect_page=page)
    Redirect.objects.create(old_path="/ouder", redirect_link="/oud/")
    Redirect.objects.create(old_path="/elders", redirect_link="https://example.com/x")
    for path in ("/oud/", "/ouder/"):
        found = at(client, path).json()
        assert (found["type"], found["page"]["id"]) == ("redirect", page.pk)
        assert found["url"].endswith("/nieuw/")
    elsewhere = at(client, "/elders/").json()
    assert (elsewhere["url"], elsewhere["page"]) == ("https://example.com/x", None)


def test_a_page_that_moved_takes_its_old_path_along(
    home: HomePage, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = make_page(StandardPage, home, slug="eerst")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "daarna"
        page.save_revision().publish()
    assert at(client, "/daarna/").json()["id"] == page.pk
    assert at(client, "/eerst/").json()["page"]["path"] == "/daarna/"
